// A promise that is settled by the last event of something is over with it, wherever that was made.
declare interface Child {
  on(event: "close" | "error" | "data" | "spawn", heard: (code: number) => void): void;
  kill(): void;
}
declare function spawn(command: string): Child;

export async function run(command: string, signal: AbortSignal | undefined, result: { stopped?: boolean }) {
  const child = spawn(command);
  child.on("data", () => {});
  const code = await new Promise<number>((resolve) => {
    child.on("close", (code) => resolve(code));
    child.on("error", () => resolve(1));
    const kill = () => {
      result.stopped = true;
      child.kill();
    };
    signal?.addEventListener("abort", kill, { once: true }); // want settled: "settles the promise"
  });
  return { ...result, code };
}

export async function removed(command: string, signal: AbortSignal) {
  const child = spawn(command);
  return await new Promise<number>((resolve) => {
    const kill = () => child.kill();
    child.on("close", (code) => {
      signal.removeEventListener("abort", kill);
      resolve(code);
    });
    signal.addEventListener("abort", kill, { once: true }); // ok: removed at its end
  });
}

export function ready(child: Child, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    child.on("spawn", () => resolve());
    child.on("error", () => reject(new Error("not started")));
    signal.addEventListener("abort", () => child.kill()); // ok: it goes on behind the promise
  });
}

export function failed(child: Child, other: Child, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    other.on("close", () => resolve());
    child.on("error", () => resolve());
    signal.addEventListener("abort", () => child.kill()); // ok: the other one may end first
  });
}

export function broken(child: Child, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    child.on("error", () => resolve());
    signal.addEventListener("abort", () => child.kill()); // ok: an error need not be the last
  });
}

export async function lasting(createServer: () => Child & { close(): void }, signal: AbortSignal) {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.on("close", () => resolve());
    signal.addEventListener("abort", () => server.close()); // ok: nothing else may end a server
  });
}
