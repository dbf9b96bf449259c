// Where nothing but the listener rejects a promise, its rejection says that the abort has been.
export function sleep(ms: number, signal?: AbortSignal): Promise<string> {
  let rej: (e: unknown) => void;
  let timer: NodeJS.Timeout;
  const p = new Promise<string>((res, r) => { rej = r; timer = setTimeout(() => res("x"), ms); });
  if (!signal) return p;
  const cancel = () => { clearTimeout(timer); rej(signal.reason); };
  signal.addEventListener("abort", cancel, { once: true }); // ok: it has been
  return p.then((v) => { signal.removeEventListener("abort", cancel); return v; });
}
export async function waits(work: () => Promise<string>, signal: AbortSignal): Promise<string> {
  let rej!: (e: unknown) => void;
  const aborted = new Promise<string>((_, r) => { rej = r; });
  const cancel = () => rej(signal.reason);
  signal.addEventListener("abort", cancel); // ok: it has been
  const v = await aborted;
  signal.removeEventListener("abort", cancel);
  return v;
}
export function leaks(work: () => Promise<string>, ms: number, signal: AbortSignal): Promise<string> {
  let rej!: (e: unknown) => void;
  const p = new Promise<string>((res, r) => { rej = r; work().then(res, r); });
  const cancel = () => { rej(signal.reason); };
  signal.addEventListener("abort", cancel, { once: true }); // want exception: "when the promise on line 25 rejects"
  return p.then((v) => { signal.removeEventListener("abort", cancel); return v; });
}
