interface Child {
  on(event: string, listener: (value: number) => void): void;
  ask(question: string, listener: () => void): void;
}

export function wrapped(child: Child, ms: number) {
  const started = Date.now();
  return new Promise<number>((resolve) => {
    const finish = (took: number): void => resolve(took - started);
    const timer = setTimeout(() => finish(ms), ms); // ok: cleared before each call of `finish`
    child.on("message", (value) => {
      clearTimeout(timer);
      if (value === 0) finish(Date.now());
      else finish(value);
    });
    child.on("error", () => {
      clearTimeout(timer);
      finish(0);
    });
  });
}

export function eitherWay(child: Child, ms: number | undefined) {
  return new Promise<void>((resolve) => {
    const finish = () => resolve();
    if (ms) setTimeout(finish, ms); // ok: the other way is another branch
    else child.ask("Done?", finish);
  });
}
