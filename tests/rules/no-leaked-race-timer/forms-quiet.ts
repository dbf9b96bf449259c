declare function work(): Promise<string>;
export function thenBoth<T>(p: Promise<T>, ms: number) {
  let t: any;
  const timeout = new Promise<never>((_, rej) => { t = setTimeout(() => rej(new Error("x")), ms); }); // ok: released, or somebody has the id
  return Promise.race([p, timeout]).then((v) => { clearTimeout(t); return v; }, (e) => { clearTimeout(t); throw e; });
}
export function thenCatch<T>(p: Promise<T>, ms: number) {
  let t: any;
  const timeout = new Promise<never>((_, rej) => { t = setTimeout(() => rej(new Error("x")), ms); }); // ok: released, or somebody has the id
  return Promise.race([p, timeout]).then((v) => { clearTimeout(t); return v; }).catch((e) => { clearTimeout(t); throw e; });
}
export async function besideTheRace(p: Promise<string>, ms: number) {
  let t: any;
  const race = Promise.race([p, new Promise<never>((_, rej) => { t = setTimeout(() => rej(new Error("x")), ms); })]); // ok: released, or somebody has the id
  race.finally(() => clearTimeout(t)).catch(() => {});
  return race;
}
export async function onTheWork(p: Promise<string>, ms: number) {
  let t: any;
  const timeout = new Promise<never>((_, rej) => { t = setTimeout(() => rej(new Error("x")), ms); }); // ok: released, or somebody has the id
  p.finally(() => clearTimeout(t));
  return Promise.race([p, timeout]);
}
export class Reader {
  private timeoutId: any;
  async e() {
    return Promise.race([work(), new Promise((_, rej) => { this.timeoutId = setTimeout(rej, 5); })]).finally(() => clearTimeout(this.timeoutId)); // ok: released, or somebody has the id
  }
}
export async function byAnAbort(ms: number) {
  const ac = new AbortController();
  const p = new Promise<void>((resolve, reject) => {
    const id = setTimeout(resolve, ms); // ok: released, or somebody has the id
    ac.signal.addEventListener("abort", () => { clearTimeout(id); reject(new Error()); });
  });
  try { await Promise.race([work(), p]); } finally { ac.abort(); }
}
export function handlers(el: HTMLImageElement, ms: number) {
  return new Promise<void>((resolve, reject) => {
    const id = window.setTimeout(() => { el.onload = el.onerror = null; reject(); }, ms); // ok: released, or somebody has the id
    el.onload = () => { window.clearTimeout(id); resolve(); };
    el.onerror = () => { window.clearTimeout(id); reject(); };
  });
}
export async function settledByBoth(ms: number) {
  let done = false;
  let id: any;
  await new Promise<void>((resolve) => {
    id = setTimeout(() => { if (!done) resolve(); }, ms); // ok: released, or somebody has the id
    work().then(() => { done = true; resolve(); });
  });
  clearTimeout(id);
}
export function withResolvers(ms: number) {
  const { promise, resolve } = (Promise as any).withResolvers();
  const id = setTimeout(resolve, ms); // ok: released, or somebody has the id
  return { promise, cancel: () => clearTimeout(id) };
}
export async function disposed(ms: number) {
  using _t = { [Symbol.dispose]: () => clearTimeout(id) };
  let id: any;
  await Promise.race([work(), new Promise((r) => { id = setTimeout(r, ms); })]); // ok: released, or somebody has the id
}
export function reset(ms: number, cb: (x: string) => void) {
  return new Promise((resolve) => {
    let id: any = null;
    const done = (x: string) => { if (id !== null) { clearTimeout(id); id = null; } resolve(x); };
    work().then(done);
    id = setTimeout(() => { id = null; done("late"); }, ms); // ok: released, or somebody has the id
  });
}
export async function collected(ms: number) {
  const timers: any[] = [];
  const late = () => new Promise((r) => timers.push(setTimeout(r, ms))); // ok: released, or somebody has the id
  await Promise.race([work(), late()]);
  timers.forEach(clearTimeout);
}
