import { request, get } from "node:http";
import { createServer } from "node:net";
import type { Readable } from "node:stream";

declare function later(): Promise<void>;
declare function write(call: unknown): Promise<void>;

/** Wherever it settles otherwise than by the end, the request has been destroyed, or nothing is handed out. */
export function send(url: string, signal: AbortSignal, isAgain: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST" });
    call.on("error", reject);
    call.on("response", async (response) => {
      if (isAgain) {
        response.destroy();
        call.destroy();
        await later();
        resolve(send(url, signal, false));
        return;
      }
      if (response.statusCode !== 200) {
        call.destroy();
        reject(new Error("bad"));
        return;
      }
      response.on("end", () => resolve());
      response.resume();
    });
    signal.addEventListener("abort", () => { // want settled: "`reject` on line 12"
      call.destroy(new Error("aborted"));
    });
    write(call).catch((error) => reject(error));
  });
}

export function tooLate(url: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url);
    setTimeout(() => reject(new Error("too late")), 100);
    call.on("close", () => resolve());
    call.on("error", reject);
    signal.addEventListener("abort", () => call.destroy()); // want settled: "`reject` on line 39"
  });
}

export function body(url: string, signal: AbortSignal): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const call = get(url, (response) => {
      if (response.statusCode !== 200) reject(new Error("bad"));
      resolve(response);
    });
    call.on("error", reject);
    signal.addEventListener("abort", () => call.destroy()); // ok: the body is read when the promise is settled
  });
}

export function bodyOfEvent(url: string, signal: AbortSignal): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const call = request(url);
    call.on("error", reject);
    call.on("response", (response) => resolve(response));
    signal.addEventListener("abort", () => call.destroy()); // ok: the body is read when the promise is settled
  });
}

export function listens(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    signal.addEventListener("abort", () => server.close()); // ok: the server lives on when it listens
    setTimeout(() => reject(new Error("too late")), 100);
    server.on("error", reject);
    server.on("listening", () => resolve());
  });
}

export function onlyFails(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const server = createServer();
    signal.addEventListener("abort", () => server.close()); // ok: it fails or lives on
    setTimeout(() => reject(new Error("too late")), 100);
    server.on("listening", () => reject(new Error("too early")));
  });
}

export function connects(socket: import("node:net").Socket, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const own = socket.setTimeout(100);
    own.on("error", reject);
    own.on("connect", () => {
      own.off("error", reject);
      resolve();
    });
    signal.addEventListener("abort", () => own.destroy()); // ok: the socket lives on when it is connected
  });
}
