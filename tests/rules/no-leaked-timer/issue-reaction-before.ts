// A reaction that stops the timer may be registered in front of it: it runs when the promise is settled, behind both.
declare const tell: (late: string) => void;

export function pull(answer: Promise<string>, timeout: number) {
  const main = answer.then((value) => {
    clearTimeout(late);
    return value;
  });
  const late = setTimeout(() => tell("late"), timeout); // ok: cleared when the answer is there
  return main;
}

export function dropped(answer: Promise<string>, timeout: number) {
  void answer.finally(() => clearTimeout(late));
  const late = setTimeout(() => tell("late"), timeout); // ok: cleared when the answer is there
}

export async function awaited(answer: Promise<string>, more: () => Promise<void>) {
  let late = setTimeout(() => tell("late"), 1000);
  await answer.finally(() => clearTimeout(late));
  late = setTimeout(() => tell("later"), 2000); // want exception: "line 22"
  await more();
  clearTimeout(late);
}

export async function awaitedChain(answer: Promise<string>, more: () => Promise<void>) {
  let late = setTimeout(() => tell("late"), 1000);
  await answer.finally(() => clearTimeout(late)).then(() => tell("done"));
  late = setTimeout(() => tell("later"), 2000); // want exception: "line 30"
  await more();
  clearTimeout(late);
}
