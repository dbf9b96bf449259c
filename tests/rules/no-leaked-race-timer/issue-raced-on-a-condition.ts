declare function work(): Promise<string>;
declare const engines: readonly Promise<string>[];

export async function spreadOnACondition(ms: number | undefined) {
  return await Promise.race([
    work(),
    ...(ms !== undefined
      ? [
          new Promise<never>((_, reject) => {
            setTimeout(reject, ms); // want discarded: "the race on line 5"
          }),
        ]
      : []),
  ]);
}

export async function beside(ms: number, isLast: boolean) {
  return await Promise.race([
    ...engines,
    ...((!isLast && [new Promise<never>((_, reject) => setTimeout(reject, ms))]) || []), // want discarded: "the race on line 18"
    new Promise<never>((_, reject) => setTimeout(reject, 300_000)), // want discarded: "the race on line 18"
  ]);
}

export async function filtered(ms: number | null) {
  return await Promise.race(
    [
      work(),
      ms === null ? null : new Promise<never>((_, reject) => setTimeout(reject, ms)), // want discarded: "the race on line 26"
    ].filter((each) => each !== null),
  );
}

export async function given(ms: number | undefined, all: Promise<string>[]) {
  const late = new Promise<string>((resolve) => setTimeout(resolve, ms ?? 0, "late")); // ok: nobody races it
  const racers = (ms === undefined ? [] : [late]).map((each) => each.then(String));
  return [...all, ...racers];
}

export async function oneListOrAnother(ms: number, isQuick: boolean) {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("late")), ms); // want discarded: "goes on when"
  });
  const list = [late, work()];
  return await Promise.race(isQuick ? list : [work(), late]);
}
