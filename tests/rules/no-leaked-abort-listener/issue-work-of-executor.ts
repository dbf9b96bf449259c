import { request } from "node:http";
import { createServer } from "node:net";
import type { EventEmitter } from "node:events";

interface Entry {
  handler: (value: string) => void;
  timer?: ReturnType<typeof setTimeout>;
}
declare function deferred<T>(): Promise<T> & { resolve(value: T): void };

/** The abort only takes the entry away; that is also done whenever the promise is settled. */
export class Queue {
  private waiting: Entry[] = [];

  next(ms: number, signal?: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const value = deferred<string>();
      const entry: Entry = { handler: (each) => value.resolve(each) };
      this.waiting.push(entry);
      const remove = () => {
        clearTimeout(entry.timer);
        this.waiting.splice(this.waiting.indexOf(entry), 1);
      };
      entry.timer = setTimeout(() => {
        remove();
        reject(new Error("late"));
      }, ms);
      void value.then((each) => {
        remove();
        resolve(each);
      });
      signal?.addEventListener("abort", () => { // want settled: "`reject` on line 26"
        remove();
      });
    });
  }
}

/** What it destroys has ended when the promise is settled. */
export function get(url: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, (response) => {
      const parts: string[] = [];
      response.on("data", (part: Buffer) => parts.push(String(part)));
      response.on("end", () => resolve(parts.join("")));
    });
    call.on("error", reject);
    const stop = () => call.destroy();
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true }); // want settled: "`resolve` on line 45"
    call.end();
  });
}

export function serve(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    signal.addEventListener("abort", () => server.close()); // ok: the server lives on when it listens
    server.on("error", reject);
    server.listen(0, () => resolve());
  });
}

export function open(socket: EventEmitter & { destroy(): void }, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => socket.destroy()); // ok: the socket lives on when it is open
    socket.once("open", () => resolve());
    socket.once("error", reject);
  });
}

export class Room {
  private members: string[] = [];

  join(name: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const leave = () => this.members.splice(this.members.indexOf(name), 1);
      signal.addEventListener("abort", () => leave()); // ok: the member stays when it has joined
      this.members.push(name);
      setTimeout(resolve, 10);
    });
  }
}
