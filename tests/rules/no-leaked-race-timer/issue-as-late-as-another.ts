declare function refresh(): Promise<void>;
declare function keep(id: unknown): void;

export function debounced(ms: number) {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(() => void refresh().then(resolve), ms);
    setTimeout(resolve, ms); // ok: what settles it instead is not sooner
    keep(timer);
  });
}

export function sooner(ms: number) {
  return new Promise<void>((resolve) => {
    const timer = setTimeout(() => void refresh().then(resolve), 500);
    setTimeout(resolve, ms); // want discarded: "`resolve` on line 14 is first"
    keep(timer);
  });
}

export function besidePoll(ms: number, isReady: () => boolean) {
  return new Promise<void>((resolve) => {
    const late = setTimeout(() => resolve(), ms);
    const poll = setInterval(() => {
      if (!isReady()) return;
      clearTimeout(late);
      clearInterval(poll);
      resolve();
    }, 50);
    setTimeout(() => { // want discarded: "goes on"
      clearTimeout(late);
      clearInterval(poll);
      resolve();
    }, ms);
  });
}
