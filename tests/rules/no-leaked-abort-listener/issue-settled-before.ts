interface Child {
  kill(): void;
  on(event: string, listener: (code: number) => void): void;
}
declare function spawn(command: string): Child;

export function run(command: string, { signal }: { signal?: AbortSignal }) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command);
    let settled = false;
    const settle = (how: () => void) => {
      if (settled) return;
      settled = true;
      how();
    };
    if (signal?.aborted) {
      child.kill();
      settle(() => resolve());
      return;
    }
    signal?.addEventListener("abort", () => child.kill(), { once: true }); // want settled: "on line 23 settles the promise"
    child.on("close", (code) => {
      if (code === 0) settle(() => resolve());
      else settle(() => reject(new Error(`${code}`)));
    });
    child.on("error", () => settle(() => reject(new Error("failed"))));
  });
}

export function start(command: string, { signal }: { signal?: AbortSignal }) {
  return new Promise<Child>((resolve, reject) => {
    const child = spawn(command);
    if (command === "") resolve(child);
    signal?.addEventListener("abort", () => child.kill(), { once: true }); // ok: the child is handed on
    child.on("error", () => reject(new Error("failed")));
  });
}
