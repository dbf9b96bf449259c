type Push = (value: string) => void;
declare class Repeater {
  constructor(run: (push: Push, stop: Promise<void>) => void | Promise<void>);
}

export function ticks() {
  return new Repeater((push, stop) => {
    const interval = setInterval(() => push("tick"), 1000); // ok: whoever calls back says when it is over
    stop.then(() => clearInterval(interval));
  });
}

export function ticksAwaited() {
  return new Repeater(async (push, ended) => {
    const interval = setInterval(() => push("tick"), 1000); // ok: the same, awaited
    await ended;
    clearInterval(interval);
  });
}

export function ticksOfWork() {
  return new Repeater((push, work) => {
    const interval = setInterval(() => push("tick"), 1000); // want exception: "promise on line 24 rejects"
    work.then(() => clearInterval(interval));
  });
}

export async function ticksOfCaller(push: Push, stop: Promise<void>) {
  const interval = setInterval(() => push("tick"), 1000); // want exception: "`await` on line 30"
  await stop;
  clearInterval(interval);
}
