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
