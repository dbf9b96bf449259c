declare function next(): Promise<number>;
declare function deferred<T>(): { promise: Promise<T>; resolve(value?: T): void };

export async function untilFired(ms: number) {
  let isOver = false;
  const late = new Promise<void>((go) => {
    setTimeout(() => { // ok: the loop ends when it has fired
      isOver = true;
      go();
    }, ms);
  });
  while (!isOver) await Promise.race([next(), late]);
}

export async function untilFiredBeside(ms: number) {
  let isOver = false;
  const late = deferred<void>();
  setTimeout(() => { // ok: the loop ends when it has fired
    isOver = true;
    late.resolve();
  }, ms);
  do await Promise.race([next(), late.promise]);
  while (!isOver);
}

export async function untilWorkEnds(ms: number) {
  let last = 1;
  const late = deferred<void>();
  setTimeout(() => late.resolve(), ms); // want discarded: "goes on when"
  while (last > 0) last = (await Promise.race([next(), late.promise])) ?? 0;
}
