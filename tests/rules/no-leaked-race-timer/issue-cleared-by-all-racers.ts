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

export function untilAborted(work: Promise<string>, ms: number, signal?: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;
  return Promise.race([
    work.finally(() => {
      if (timer) clearTimeout(timer);
      if (signal && stop) signal.removeEventListener("abort", stop);
    }),
    new Promise<never>((_, reject) => {
      if (ms > 0) timer = setTimeout(reject, ms); // ok: the other racer clears it, and so does the abort
      if (!signal) return;
      stop = () => {
        if (timer) clearTimeout(timer);
        reject(new Error("aborted"));
      };
      signal.addEventListener("abort", stop, { once: true });
    }),
  ]);
}

export function abortDoesNot(work: Promise<string>, ms: number, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Promise.race([
    work.finally(() => clearTimeout(timer)),
    new Promise<never>((_, reject) => {
      timer = setTimeout(reject, ms); // want never-released: "timer"
      signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    }),
  ]);
}
