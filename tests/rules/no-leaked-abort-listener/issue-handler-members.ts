declare const page: { onload: (() => void) | null; close(): void };

export function sends(url: string, signal?: AbortSignal) {
  return new Promise<XMLHttpRequest>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.onload = () => resolve(request);
    request.onerror = reject;
    request.onabort = () => reject(new Error("aborted"));
    if (signal) signal.addEventListener("abort", () => request.abort()); // want settled: "stays on `signal` when `resolve`"
    request.send();
  });
}

export function reads(blob: Blob, signal: AbortSignal) {
  return new Promise<unknown>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", reject);
    signal.addEventListener("abort", () => reader.abort(), { once: true }); // want settled: "stays on `signal`"
    reader.readAsArrayBuffer(blob);
  });
}

export function readsAndTakesItBack(blob: Blob, signal: AbortSignal) {
  return new Promise<unknown>((resolve, reject) => {
    const reader = new FileReader();
    const stop = () => reader.abort();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.onloadend = () => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop); // ok: `loadend` comes behind each of them
    reader.readAsArrayBuffer(blob);
  });
}

export function opens(url: string, signal: AbortSignal) {
  return new Promise<WebSocket>((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve(socket);
    socket.onerror = reject;
    signal.addEventListener("abort", () => socket.close()); // ok: the socket goes on when it is open
  });
}

export function loads(signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    page.onload = () => resolve();
    signal.addEventListener("abort", () => page.close()); // ok: the page was there before
  });
}
