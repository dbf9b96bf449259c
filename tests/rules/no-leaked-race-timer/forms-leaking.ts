declare function work(): Promise<string>;
declare const signal: AbortSignal;
export function onFailure<T>(p: Promise<T>, ms: number) {
  let t: any;
  const timeout = new Promise<never>((_, rej) => { t = setTimeout(() => rej(new Error("x")), ms); }); // want branch: "the promise on line 6 is fulfilled"
  return Promise.race([p, timeout]).catch((e) => { clearTimeout(t); throw e; });
}
export const inItself = async <T>(fn: () => Promise<T>, ms: number): Promise<T> => {
  const timer = new Promise<never>((_, reject) => {
    const id = setTimeout(() => { clearTimeout(id); reject(new Error("x")); }, ms); // want never-released: "the race on line 12"
  });
  return Promise.race([fn(), timer]);
};
export class Runner {
  private timeout(ms: number): Promise<never> {
    return new Promise((_, reject) => { setTimeout(() => reject(new Error("t")), ms); }); // want discarded: "the race on line 18"
  }
  async run() { return Promise.race([work(), this.timeout(5)]); }
}
export async function asyncFunction(ms: number) {
  const r = await Promise.race([work(), (async () => { await new Promise((r) => setTimeout(r, ms)); return null; })()]); // want discarded: "line 21"
  return r;
}
export function onACondition(ms: number) {
  return Promise.race([work(), new Promise((_, reject) => { if (ms > 0) setTimeout(reject, ms); })]); // want discarded: "line 25"
}
export function settledInAChain(p: Promise<string>, ms: number) {
  return new Promise((resolve, reject) => {
    const t = setTimeout(() => reject(new Error()), ms); // want branch: "`resolve` on line 30"
    p.then(resolve).catch(reject);
    signal.addEventListener("abort", () => { clearTimeout(t); reject(signal.reason); });
  });
}
export async function compared(p: Promise<string>, ms: number) {
  let t: NodeJS.Timeout | undefined;
  const deadline = new Promise<"t">((r) => { t = setTimeout(() => r("t"), ms); }); // want never-released: "the race on line 37"
  const winner = await Promise.race([p, deadline]);
  if (winner === "t") return null;
  return winner;
}
export async function throwsBefore(p: Promise<string>, ms: number) {
  let t: NodeJS.Timeout | undefined;
  try {
    const winner = await Promise.race([p, new Promise<"t">((r) => { t = setTimeout(() => r("t"), ms); })]); // want exception: "line 44 rejects"
    if (winner === "t") throw new Error("late");
    clearTimeout(t);
    return winner;
  } catch (e) { console.error(e); return null; }
}
export const chainInHalf = (p: Promise<string>, ms: number) => new Promise<string>((resolve, reject) => {
  const t = setTimeout(() => reject(new Error()), ms); // want exception: "`reject` on line 52"
  p.then((v) => { clearTimeout(t); resolve(v); }).catch((e) => { reject(e); });
});
export function promiseInItself(ms: number) {
  const timeoutPromise = new Promise((_, reject) => { const id = setTimeout(() => { clearTimeout(id); reject("x"); }, ms); }); // want never-released: "the race on line 56"
  return Promise.race([work(), timeoutPromise]);
}
