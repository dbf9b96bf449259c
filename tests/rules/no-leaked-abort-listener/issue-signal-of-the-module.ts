// The signal of a controller of the module, by a name of the module: it lives longer than any call.
const shutdown = new AbortController();
export const shutdownSignal = shutdown.signal;
const { signal: ended } = shutdown;
const linked = shutdownSignal;
process.once("SIGTERM", () => shutdown.abort());

shutdownSignal.addEventListener("abort", () => console.log("bye")); // ok: the module lives as long
[shutdown.signal].forEach((signal) => {
  signal.addEventListener("abort", () => console.log("bye")); // ok: so it does here
});

export async function byItsMember(url: string) {
  const own = new AbortController();
  shutdown.signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `shutdown.signal`"
  return await (await fetch(url, { signal: own.signal })).text();
}

export async function byName(url: string) {
  const own = new AbortController();
  shutdownSignal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `shutdownSignal`"
  return await (await fetch(url, { signal: own.signal })).text();
}

export function takenApart(ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    ended.addEventListener("abort", () => { // want settled: "stays on `ended`"
      clearTimeout(timer);
      reject(new Error("ended"));
    });
  });
}

export async function byAnotherName(url: string) {
  const own = new AbortController();
  const abort = () => own.abort();
  linked.addEventListener("abort", abort); // want exception: "stays on `linked`"
  const text = await (await fetch(url, { signal: own.signal })).text();
  linked.removeEventListener("abort", abort);
  return text;
}

async function started(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: it is called where the module is loaded, and once
  await fetch("/", { signal: own.signal });
}
void started(shutdownSignal);

const turn = new AbortController();
const { signal: turnSignal } = turn;

export async function endsIt(url: string) {
  const own = new AbortController();
  turnSignal.addEventListener("abort", () => own.abort()); // ok: this function aborts it
  try {
    return await (await fetch(url, { signal: own.signal })).text();
  } finally {
    turn.abort();
  }
}
