declare function serve(): void;
declare function tick(): void;

export async function run() {
  serve();
  // Keeps the process running.
  setInterval(() => {}, 1 << 30); // ok: it does nothing, and is there for the process
}

export async function runToo() {
  serve();
  setInterval(function () {}, 60_000); // ok: as above
}

export async function works() {
  for (const _ of [1, 2]) {
    serve();
    setInterval(() => tick(), 60_000); // want discarded: "nothing can stop it"
  }
}

export function kept(isDone: boolean) {
  const keepAlive = setInterval(() => {}, 60_000); // want early-return: "return at line 25"
  serve();
  if (isDone) return;
  clearInterval(keepAlive);
}
