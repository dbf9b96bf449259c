declare function work(signal: AbortSignal): Promise<string>;
declare function spawn(): { kill(): void; done(): Promise<number> };
declare function listen(): { close(): void };

/** The function that listens is made by a call, of what is around. */
export function combine(a: AbortSignal, b: AbortSignal): AbortSignal {
  const own = new AbortController();
  const abortBy = (source: AbortSignal) => () => own.abort(source.reason);
  a.addEventListener("abort", abortBy(a), { once: true }); // want merged: "stays on `a`"
  b.addEventListener("abort", abortBy(b), { once: true }); // want merged: "stays on `b`"
  return own.signal;
}

export async function run(signal: AbortSignal) {
  const child = spawn();
  function killBy(reason: string) {
    return () => {
      console.log(reason);
      child.kill();
    };
  }
  signal.addEventListener("abort", killBy("aborted")); // want discarded: "stays on `signal`"
  return await child.done();
}

export function settles(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const fail = (why: string) => () => reject(new Error(why));
    setTimeout(resolve, 100);
    signal.addEventListener("abort", fail("aborted")); // want settled: "when `resolve` on line 29 settles"
  });
}

export async function removed(signal: AbortSignal) {
  const own = new AbortController();
  const make = (source: AbortSignal) => () => own.abort(source.reason);
  const abort = make(signal);
  signal.addEventListener("abort", abort); // ok: removed on every path
  try {
    return await work(own.signal);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

export async function serve(signal: AbortSignal) {
  const closer = (server: { close(): void }) => () => server.close();
  const server = listen();
  signal.addEventListener("abort", closer(server)); // ok: the server goes on
  await work(signal);
}

export class Job {
  async run(signal: AbortSignal) {
    const own = new AbortController();
    const make = (job: Job) => () => job.stop(own);
    signal.addEventListener("abort", make(this)); // ok: it acts on the object around
    return await work(own.signal);
  }
  stop(own: AbortController) {
    own.abort();
  }
}
