// A reaction that stops the timer may be registered in front of it.
export function pull(answer: Promise<string>, timeout: number) {
  let tell: (late: null) => void;
  const main = answer.finally(() => clearTimeout(timer));
  const late = new Promise<null>((resolve) => {
    tell = resolve;
  });
  const timer = setTimeout(() => tell(null), timeout); // ok: cleared when the answer is there
  return Promise.race([main, late]);
}

export function inExecutor(answer: Promise<string>, timeout: number) {
  const main = answer.finally(() => clearTimeout(timer));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeout); // ok: cleared when the answer is there
  });
  return Promise.race([main, late]);
}
