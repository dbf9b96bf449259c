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
