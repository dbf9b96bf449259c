declare function send(): Promise<string>;

export async function allClear(ms: number) {
  let timer: ReturnType<typeof setTimeout>;
  return await Promise.race([
    send().finally(() => clearTimeout(timer)),
    new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ms); // ok: the only other racer clears it when it settles
    }),
  ]);
}

export async function oneDoesNot(ms: number) {
  let timer: ReturnType<typeof setTimeout>;
  return await Promise.race([
    send().finally(() => clearTimeout(timer)),
    send(),
    new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ms); // want never-released: "timer"
    }),
  ]);
}

export async function bothWays(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return await Promise.race([
    send().then(
      (value) => {
        clearTimeout(timer);
        return value;
      },
      () => {
        clearTimeout(timer);
        return "";
      },
    ),
    new Promise<string>((resolve) => {
      timer = setTimeout(resolve, ms, ""); // ok: the only other racer clears it, sent or not
    }),
  ]);
}

export async function oneWay(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return await Promise.race([
    send().then((value) => {
      clearTimeout(timer);
      return value;
    }),
    new Promise<string>((resolve) => {
      timer = setTimeout(resolve, ms, ""); // want exception: "the promise on line 46 rejects"
    }),
  ]);
}
