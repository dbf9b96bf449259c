declare function tick(): void;
declare const periods: number[];

interface Link {
  timer: ReturnType<typeof setInterval>;
  next: Link | undefined;
}

export function linked() {
  let list: Link | undefined;
  for (const period of periods) {
    const timer = setInterval(tick, period); // ok: the list has it, and all before
    list = { timer, next: list };
  }
  for (; list; list = list.next) clearInterval(list.timer);
}

export function alone() {
  let list: Link | undefined;
  for (const period of periods) {
    const timer = setInterval(tick, period); // want overwritten: "overwritten on line 22"
    list = { timer, next: undefined };
  }
  if (list) clearInterval(list.timer);
}
