import type { Limit } from "../limit.ts";

/** Leaks of listeners on what belongs to objects, or is handed out, which no-leaked-abort-listener does not report. */
export const ofObjects: readonly Limit[] = [
  {
    says: "A listener that is a member of the object, `this.onAbort`, which the class does not show.",
    code: `export class Job {
  constructor(signal) {
    signal.addEventListener("abort", this.onAbort);
  }
  dispose() { this.stop(); }
}`,
    unless: ["this.onAbort", "() => this.stop()"],
  },
  {
    says: "A listener that does nothing but call the teardown of its object, which may live as long as the signal.",
    code: `export class Job {
  constructor(signal) {
    signal.addEventListener("abort", () => this.dispose());
  }
  dispose() { this.stop(); }
}`,
    unless: ["this.dispose()", "this.stop()"],
  },
  {
    says: "A listener on a signal that the constructor also gives to others, or that ends other listeners of it.",
    code: `export class Job {
  constructor(signal) {
    signal.addEventListener("abort", () => this.stop());
    watch(signal);
  }
  dispose() { this.stop(); }
}`,
    unless: ["    watch(signal);\n", ""],
  },
  {
    says: "A listener that `start` of a stream's source adds, and its `cancel` forgets.",
    code: `export const f = (signal, url) => new ReadableStream({
  async start(controller) {
    const source = new EventSource(url);
    signal.addEventListener("abort", () => source.close());
    await ready(source);
  },
  cancel() {},
});`,
    unless: ["ReadableStream", "Source"],
  },
  {
    says: "A listener on what is handed to somebody on one path, on the other paths.",
    code: `export async function f(signal) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort());
  const first = await open(own.signal);
  if (!first) throw new Error("closed");
  return new Client(own);
}`,
    unless: ["return new Client(own);", "return first;"],
  },
  {
    says: "The listeners of a merge, where the caller does not take the function that removes them.",
    code: `function merge(signal) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener("abort", abort);
  const dispose = () => signal.removeEventListener("abort", abort);
  return { signal: own.signal, dispose };
}
export async function f(signal) {
  await work(merge(signal).signal);
}`,
    unless: ["return { signal: own.signal, dispose };", "return { signal: own.signal };"],
  },
  {
    says: "A listener on a field's controller that the call makes, whose work the object keeps, or does not wait for.",
    code: `export class Job {
  async open(signal) {
    this.own = new AbortController();
    signal.addEventListener("abort", () => this.own.abort());
    this.page = await fetch("page", { signal: this.own.signal });
  }
}`,
    unless: ["this.page", "const page"],
  },
  {
    says: "A teardown that removes the listeners of a collection which nobody fills.",
    code: `export class Job {
  all = new Map();
  constructor(signal) {
    signal.addEventListener("abort", () => this.stop());
  }
  dispose() {
    for (const [abort, signal] of this.all) signal.removeEventListener("abort", abort);
  }
}`,
    unless: [
      'for (const [abort, signal] of this.all) signal.removeEventListener("abort", abort);',
      "this.all.clear();",
    ],
  },
  {
    says: "A listener that is handed out as the end of what it ends, `return stop`: the caller may remove it.",
    code: `export function start(signal) {
  const stop = () => close();
  signal.addEventListener("abort", stop);
  return stop;
}`,
    unless: ['"abort", stop', '"abort", () => stop()'],
  },
  {
    says: "A helper for other files that listens with a function it is given, and removes nothing.",
    code: `export function onAbort(signal, callback) {
  signal.addEventListener("abort", () => callback());
}`,
    unless: [
      `export function onAbort(signal, callback) {
  signal.addEventListener("abort", () => callback());
}`,
      `export const f = (signal) => new Promise((resolve, reject) => {
  signal.addEventListener("abort", () => reject());
  begin(resolve);
});`,
    ],
  },
  {
    says: "A listener of a set-up that gives its clean-up back, `new Observable(…)`, where that forgets it.",
    code: `export const useValues = (source, signal) =>
  new Observable((subscriber) => {
    const values = source.subscribe(subscriber);
    signal.addEventListener("abort", () => values.close());
    return () => values.unsubscribe();
  });`,
    unless: ["new Observable((subscriber)", "useEffect((subscriber)"],
  },
];
