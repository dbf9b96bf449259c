import { createServer, type Server } from "node:http";
// Who hears the end of what a listener ends knows when the listener has nothing left to do.
interface Call {
  on(event: string, listener: (value: unknown) => void): this;
  cancel(): void;
  start(): void;
}
declare const client: {
  open(path: string): Call;
  request(path: string, done: (error: unknown, answer: unknown) => void): Call;
  watch(path: string): Call;
};
declare function show(value: unknown): void;
declare class Wrapped {
  constructor(call: Call);
}

export function wraps(path: string, options: { abort?: AbortSignal }): Wrapped {
  const call = client.open(path);
  if (options.abort) options.abort.addEventListener("abort", () => call.cancel()); // want discarded: "when the work is"
  call.on("data", show).on("end", show);
  return new Wrapped(call);
}

export function returns(path: string, signal: AbortSignal): Call {
  const call = client.open(path);
  const onAbort = () => call.cancel();
  signal.addEventListener("abort", onAbort); // want never-released: "when the work is done"
  call.on("close", () => show("closed"));
  return call;
}

export function answers(path: string, signal: AbortSignal): Call {
  const call = client.request(path, (error, answer) => show(error ?? answer));
  signal.addEventListener("abort", () => call.cancel()); // want discarded: "when the work is done"
  return call;
}

export function removes(path: string, signal: AbortSignal): Call {
  const call = client.open(path);
  const onAbort = () => call.cancel();
  signal.addEventListener("abort", onAbort); // ok: the end removes it
  call.on("close", () => signal.removeEventListener("abort", onAbort));
  return call;
}

export function isNotHeard(path: string, signal: AbortSignal): Call {
  const call = client.open(path);
  signal.addEventListener("abort", () => call.cancel()); // ok: it may last as long as the signal
  call.on("data", show);
  return call;
}

export function serves(signal: AbortSignal): Server {
  const server = createServer();
  server.on("close", () => show("closed"));
  signal.addEventListener("abort", () => server.close()); // ok: a server goes on until the abort
  return server;
}

export function watches(path: string, signal: AbortSignal): Call {
  const watcher = client.watch(path);
  watcher.on("close", show);
  signal.addEventListener("abort", () => watcher.cancel()); // ok: it watches until the abort
  return watcher;
}

export function starts(path: string, signal: AbortSignal): Call {
  const call = client.open(path);
  call.on("close", show);
  call.start();
  signal.addEventListener("abort", () => call.cancel()); // ok: it was started, and nothing else stops it
  return call;
}

export function endsMore(path: string, other: Call, signal: AbortSignal): Call {
  const call = client.open(path);
  const second = client.open(path);
  call.on("close", show);
  // ok: the second goes on, as far as this file shows
  signal.addEventListener("abort", () => {
    call.cancel();
    second.cancel();
  });
  return other;
}
