declare function work(): Promise<string>;
declare const url: string;

export async function exception(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // want exception: "await` on line 7 rejects"
  const response = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return response;
}

export async function inFinally(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: every path
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

export function dropped() {
  setInterval(() => console.log("tick"), 1000); // want discarded: "Keep it and call `clearInterval("
}

export function fireAndForget() {
  setTimeout(() => console.log("once"), 1000); // ok: it ends by itself
}

export async function bare(ms: number) {
  const controller = new AbortController();
  const timer = window.setTimeout(() => controller.abort(), ms); // want exception: "await` on line 33 rejects"
  await work();
  clearInterval(timer);
}

export async function unreferenced(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms); // ok: nothing waits for it
  timer.unref?.();
  await work();
  clearTimeout(timer);
}
