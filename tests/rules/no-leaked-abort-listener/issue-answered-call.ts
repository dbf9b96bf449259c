import { execFile } from "node:child_process";

interface Task {
  abort(): void;
  onProgress(listener: (part: number) => void): void;
}
interface Options {
  url: string;
  success?(data: string): void;
  fail?(error: unknown): void;
  onload?(data: string): void;
  onerror?(error: unknown): void;
  onProgress?(part: number): void;
}
declare function request(options: Options): Task;
declare function connectSocket(options: Options): Task;
declare const app: { listen(port: number, ready: (error?: Error) => void): { close(): void } };
declare const emitter: { on(event: string, listener: (error?: Error) => void): { close(): void } };
declare const native: { request(options: Options): Task };

/** The answer of the call settles the promise, and what the abort would end is over. */
export function get(url: string, signal?: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const task = request({ url, success: resolve, fail: reject });
    signal?.addEventListener("abort", () => task.abort()); // want settled: "`resolve` on line 24"
  });
}

export function load(url: string, { signal }: { signal?: AbortSignal } = {}) {
  return new Promise<string>((resolve, reject) => {
    const task = native.request({
      url,
      onload: (data) => resolve(data),
      onerror(error) {
        reject(error);
      },
    });
    task.onProgress(() => {});
    if (signal) signal.addEventListener("abort", () => task.abort(), { once: true }); // want settled: "`resolve` on line 33"
  });
}

export function removed(url: string, signal: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const stop = () => task.abort();
    const done = () => signal.removeEventListener("abort", stop);
    const task = request({
      url,
      success: (data) => {
        done();
        resolve(data);
      },
      fail: (error) => {
        done();
        reject(error);
      },
    });
    signal.addEventListener("abort", stop); // ok: removed by both answers
  });
}

export function open(url: string, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const task = connectSocket({ url, success: () => resolve(), fail: reject });
    signal.addEventListener("abort", () => task.abort()); // ok: the socket goes on when it is open
  });
}

export function handedOut(url: string, signal: AbortSignal) {
  return new Promise<Task>((resolve, reject) => {
    const task = request({ url, success: () => resolve(task), fail: reject });
    signal.addEventListener("abort", () => task.abort()); // ok: whoever waits gets the task
  });
}

export function firstPart(url: string, signal: AbortSignal) {
  return new Promise<number>((resolve, reject) => {
    const task = request({ url, onProgress: resolve, fail: reject });
    signal.addEventListener("abort", () => task.abort()); // ok: more parts come
  });
}

export function another(url: string, signal: AbortSignal) {
  const task = request({ url });
  return new Promise<string>((resolve, reject) => {
    request({ url, success: resolve, fail: reject });
    signal.addEventListener("abort", () => task.abort()); // ok: the answer is that of another call
  });
}

export function execute(path: string, signal?: AbortSignal) {
  return new Promise<string>((resolve, reject) => {
    const child = execFile(path, ["-v"], (error, output) => {
      if (error) return reject(error);
      resolve(output);
    });
    signal?.addEventListener("abort", () => child.kill()); // want settled: "`reject` on line 94"
  });
}

/** An option with an error first is still an answer by its name alone. */
export function parts(url: string, signal: AbortSignal) {
  return new Promise<number>((resolve, reject) => {
    const task = request({ url, onProgress: (error) => (error ? resolve(error) : reject(error)) });
    signal.addEventListener("abort", () => task.abort()); // ok: more parts come
  });
}

export function listens(port: number, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const server = app.listen(port, (error) => (error ? reject(error) : resolve()));
    signal.addEventListener("abort", () => server.close()); // ok: the server goes on when it listens
  });
}

export function hears(signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const heard = emitter.on("part", (error) => (error ? reject(error) : resolve()));
    signal.addEventListener("abort", () => heard.close()); // ok: it may hear more
  });
}
