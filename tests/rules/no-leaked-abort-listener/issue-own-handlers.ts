/** The request is over when it is answered; nothing but the request itself keeps its handlers. */
export async function load(url: string, signal?: AbortSignal) {
  const request = new XMLHttpRequest();
  signal?.addEventListener("abort", () => request.abort()); // want discarded: "stays on `signal` when the work is done"
  return await new Promise<string>((resolve, reject) => {
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error(request.statusText));
    request.open("GET", url);
    request.send();
  });
}

export async function loadAndRemove(url: string, signal: AbortSignal) {
  const request = new XMLHttpRequest();
  const stop = () => request.abort();
  signal.addEventListener("abort", stop); // ok: removed on every way
  try {
    return await new Promise<string>((resolve, reject) => {
      request.onload = () => resolve(request.responseText);
      request.onerror = reject;
      request.open("GET", url);
      request.send();
    });
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

export async function connect(url: string, signal: AbortSignal) {
  const socket = new WebSocket(url);
  signal.addEventListener("abort", () => socket.close()); // ok: the socket goes on when it is open
  socket.onmessage = ({ data }) => socket.send(String(data));
  await new Promise<void>((resolve) => {
    socket.onopen = () => resolve();
  });
}

export async function kept(url: string, signal: AbortSignal, jobs: { onstop?: () => void }) {
  const request = new XMLHttpRequest();
  signal.addEventListener("abort", () => request.abort()); // ok: somebody else has a function with the request
  jobs.onstop = () => request.abort();
  await new Promise<void>((resolve) => {
    request.onload = () => resolve();
    request.open("GET", url);
    request.send();
  });
}
