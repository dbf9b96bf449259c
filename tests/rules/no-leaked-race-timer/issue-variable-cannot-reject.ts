import { spawn, type ChildProcess } from "node:child_process";

declare const queue: { add(run: (value: string) => void): void; drop(run: (value: string) => void): boolean };
declare function work(): Promise<void>;

export function buffered(isConnected: boolean, ms: number): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ready: Promise<string> | null = null;
  if (!isConnected) {
    ready = new Promise<string>((resolve, reject) => {
      queue.add(resolve);
      timer = setTimeout(() => { // ok: nothing but the timer rejects what the clear waits for
        if (queue.drop(resolve)) reject(new Error("late"));
      }, ms);
    });
    return ready.then((value) => {
      if (timer) clearTimeout(timer);
      return value;
    });
  }
  return Promise.resolve("ready");
}

const onceExit = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

export class Browser {
  readonly #failed: (error: unknown) => void = () => {};

  constructor(
    private readonly debugLogger: (error: unknown) => void,
    private readonly command: string,
  ) {}

  private async _open() {
    try {
      await work();
    } catch (error) {
      this.#failed(error);
    }
  }

  private async _openAgain() {
    try {
      await work();
    } catch {
      await work();
    }
  }

  restart(ms: number) {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const opened = work()
      .catch((error: unknown) => this.debugLogger(error))
      .then(() => this._open());
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // ok: opening catches all, and so does what is before it
    });
    return Promise.race([opened, late]).then(() => clearTimeout(timer!));
  }

  restartTwice(ms: number) {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const opened = work()
      .catch((error: unknown) => this.debugLogger(error))
      .then(() => this._openAgain());
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms); // want exception: "rejects"
    });
    return Promise.race([opened, late]).then(() => clearTimeout(timer!));
  }

  stop(ms: number) {
    const child = spawn(this.command);
    let exit = onceExit(child);
    if (ms > 0) {
      const timer = setTimeout(() => child.kill("SIGKILL"), ms); // ok: the end of a process is only ever resolved
      exit = exit.then(() => clearTimeout(timer));
    }
    return exit;
  }
}
