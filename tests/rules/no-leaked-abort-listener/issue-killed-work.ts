interface Child extends Promise<{ code: number }> {
  kill(signal?: string): void;
  readonly exit: Promise<number>;
  close(): void;
}
declare function spawn(command: string): Child;
declare function createFuture(): { destroy(): void; readonly promise: Promise<string> };
declare function report(code: number): void;

/** It is killed by the abort, and ends by itself otherwise: what it comes to is used. */
export async function run(command: string, signal?: AbortSignal) {
  const child = spawn(command);
  signal?.addEventListener("abort", () => child.kill("SIGINT")); // want discarded: "stays on `signal` when the work is done"
  const { code } = await child;
  return code;
}

export async function exitOf(command: string, signal: AbortSignal) {
  const child = spawn(command);
  const stop = () => child.kill();
  signal.addEventListener("abort", stop); // want never-released: "`stop` stays on `signal` when the work is done"
  report(await child.exit);
}

export async function removed(command: string, signal: AbortSignal) {
  const child = spawn(command);
  const stop = () => child.kill();
  signal.addEventListener("abort", stop); // ok: removed on every way
  try {
    return await child.exit;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

export async function serve(command: string, signal: AbortSignal) {
  const child = spawn(command);
  signal.addEventListener("abort", () => child.kill()); // ok: nobody asks what it comes to, it may last until the abort
  await child;
}

export async function closed(command: string, signal: AbortSignal) {
  const server = spawn(command);
  signal.addEventListener("abort", () => server.close()); // ok: what is closed may have no other end
  const { code } = await server;
  report(code);
}

export async function told(signal: AbortSignal) {
  const future = new Promise<string>((resolve) => {
    signal.addEventListener("abort", () => resolve("over")); // ok: nothing but the abort settles it
  });
  const reason = await future;
  return reason;
}

export async function handedOut(command: string, signal: AbortSignal) {
  const child = spawn(command);
  signal.addEventListener("abort", () => child.kill()); // ok: the caller has the child
  const code = await child.exit;
  return { child, code };
}

export async function made(signal: AbortSignal) {
  const future = createFuture();
  signal.addEventListener("abort", () => future.destroy()); // ok: it makes a promise of its own
  const reason = await future.promise;
  return reason;
}
