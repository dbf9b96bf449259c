// A process that cannot be started has an `error` and a `close`, and no `exit`.
import { spawn, type ChildProcess } from "node:child_process";
import * as processes from "child_process";

declare function connect(): { on(event: string, listener: (error: Error) => void): void };

export function run(command: string) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command);
    const timer = setTimeout(() => child.kill(), 15_000); // ok: left to no-leaked-timer
    child.on("error", reject);
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function limited(command: string) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command);
    const timer = setTimeout(() => reject(new Error("too late")), 15_000); // want exception: "when `reject` on line 24"
    child.on("error", (error) => {
      reject(error);
    });
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function closed(command: string) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command);
    const timer = setTimeout(() => reject(new Error("too late")), 15_000); // ok: `close` comes behind the error too
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function other() {
  return new Promise<void>((resolve, reject) => {
    const tool = connect();
    const timer = setTimeout(() => reject(new Error("too late")), 15_000); // ok: what its `exit` means is not known
    tool.on("error", reject);
    tool.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export function both(command: string) {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command);
    const timer = setTimeout(() => reject(new Error("too late")), 15_000); // ok: cleared in both
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

export class Converter {
  process: ChildProcess | undefined;

  convert(command: string) {
    return new Promise<void>((resolve, reject) => {
      this.process = processes.spawn(command);
      const fail = () => reject(new Error("too late"));
      const timer = setTimeout(fail, 15_000); // want exception: "`timer` is not cleared when `reject`"
      this.process.on("error", (error) => {
        reject(error);
        this.stop();
      });
      this.process.on("exit", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  stop() {
    this.process?.kill();
    return { process: this.process };
  }
}
