import { app, BrowserWindow } from "electron";
import { exit } from "node:process";

declare const host: { dispose(): Promise<void> };
declare function flush(): Promise<void>;
const timeout = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)); // want discarded: "the race on line 49"

export function quits() {
  void Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).finally(() => app.exit(0)); // ok: Electron ends
}

export function exits() {
  void Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]) // ok: the process ends
    .catch(() => {})
    .then(() => process.exit(0));
}

export function exitsLater() {
  Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).then( // ok: as above
    async () => {
      await flush();
      exit(0);
    },
    () => process.exit(1),
  );
}

export async function exitsBehind() {
  await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // ok: as above
  exit(0);
}

export function exitsByName() {
  const done = () => process.exit(0);
  return Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).finally(done); // ok: as above
}

export function exitsOnFailure() {
  return Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).catch(() => process.exit(1)); // want discarded: "won by another"
}

export function mayExit(isLast: boolean) {
  return Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).then(() => { // want discarded: "won by another"
    if (isLast) process.exit(0);
  });
}

export function raced() {
  return Promise.race([host.dispose(), timeout(5_000)]).then(() => BrowserWindow.getAllWindows());
}

export function ofAnother(server: { exit(code: number): void }) {
  return Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).finally(() => server.exit(0)); // want discarded: "won by another"
}

export function exitsInNextTurn() {
  const done = () => app.exit(0);
  void Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]).finally(() => { // ok: Electron ends
    setImmediate(done);
  });
}

export async function exitsSoon() {
  await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // ok: the process ends soon
  setTimeout(() => process.exit(0), 500);
}

export async function exitsMuchLater() {
  await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // want discarded: "won by another"
  setTimeout(() => process.exit(0), 60_000);
}

export async function keepsALastResort() {
  await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // want discarded: "won by another"
  const last = setTimeout(() => process.exit(0), 500);
  await host.dispose();
  clearTimeout(last);
}

async function scenario() {
  await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // ok: run once, and its caller ends the process
}

async function verify(parts: readonly string[]) {
  for (const part of parts) {
    await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // want discarded: "won by another"
    console.log(part);
  }
}

async function main() {
  await scenario();
  await verify(["a", "b"]);
  process.exit(0);
}

async function turns(left: number) {
  await Promise.race([host.dispose(), new Promise((resolve) => setTimeout(resolve, 5_000))]); // want discarded: "won by another"
  if (left > 0) await turns(left - 1);
}

void main();
void turns(5);

/** Whatever ends the process for this file, it is given the code. */
export class Host {
  readonly #utils: { exit(code: number): void; leave(code: number): void };

  constructor(utils: { exit(code: number): void; leave(code: number): void }) {
    this.#utils = utils;
  }

  terminate(code: number, done: Promise<void>) {
    // ok: the process ends with the race
    const late = new Promise((resolve) => setTimeout(resolve, 5000));
    void Promise.race([late, done]).finally(() => {
      console.log("exits");
      this.#utils.exit(code);
    });
  }

  leave(code: number, done: Promise<void>) {
    const late = new Promise((resolve) => setTimeout(resolve, 5000)); // want discarded: "won by another"
    void Promise.race([late, done]).finally(() => {
      this.#utils.leave(code);
    });
  }
}
