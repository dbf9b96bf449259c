declare function shutdown(signal: string): Promise<void>;
declare function clean(): Promise<void>;

interface Options {
  exit?: (code: number) => void;
}

export class Controller {
  private readonly exit: (code: number) => void;

  constructor(options: Options) {
    this.exit = options.exit ?? ((code) => process.exit(code));
  }

  async end(signal: string) {
    try {
      await Promise.race([
        shutdown(signal),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error("late")), 5000); // ok: the process ends behind every way on
        }),
      ]);
      await clean();
      this.exit(0);
    } catch {
      await clean();
      this.exit(1);
    }
  }
}

export async function end(signal: string, exit: (code: number) => never = process.exit) {
  await Promise.race([
    shutdown(signal),
    new Promise((resolve) => setTimeout(resolve, 5000)), // ok: the process ends
  ]);
  exit(0);
}

export async function endOf({ exit = process.exit }: Options) {
  await Promise.race([shutdown("TERM"), new Promise((resolve) => setTimeout(resolve, 5000))]); // ok: the process ends
  exit(0);
}

export async function leave(signal: string, exit: (code: number) => void) {
  await Promise.race([
    shutdown(signal),
    new Promise((resolve) => setTimeout(resolve, 5000)), // want discarded: "race on line 46"
  ]);
  exit(0);
}

export async function leaveOften(signal: string, options: Options) {
  const onExit = options.exit ?? console.log;
  await Promise.race([
    shutdown(signal),
    new Promise((resolve) => setTimeout(resolve, 5000)), // want discarded: "race on line 55"
  ]);
  onExit(0);
}

interface Host {
  exit?: (code: number) => void;
  proc?: { exit(code: number): void };
}

export async function endOfHost(host: Host) {
  const proc = host.proc ?? process;
  const { exit = (code: number) => proc.exit(code) } = host;
  await Promise.race([shutdown("TERM"), new Promise((resolve) => setTimeout(resolve, 5000))]); // ok: the process ends
  exit(0);
}

export async function endOfProcess(host: Host, proc = process) {
  await Promise.race([shutdown("TERM"), new Promise((resolve) => setTimeout(resolve, 5000))]); // ok: the process ends
  proc.exit(0);
}

export async function endOfWorker(worker: { exit(code: number): void }) {
  const { exit = (code: number) => worker.exit(code) } = {} as Host;
  await Promise.race([shutdown("TERM"), new Promise((resolve) => setTimeout(resolve, 5000))]); // want discarded: "race"
  exit(0);
}
