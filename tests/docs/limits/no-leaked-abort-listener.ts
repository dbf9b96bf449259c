import { ofCalls } from "../limit-parts/abort-listener-of-calls.ts";
import { ofObjects } from "../limit-parts/abort-listener-of-objects.ts";
import { ofPromises } from "../limit-parts/abort-listener-of-promises.ts";
import type { Limit } from "../limit.ts";

const own = "const own = new AbortController();";
const listen = 'signal.addEventListener("abort", () => own.abort());';

/** Leaks that no-leaked-abort-listener does not report. */
export const misses: readonly Limit[] = [
  {
    says: "A signal that a call gives, other than one that completes options.",
    code: `export async function f() {
  const { signal } = setUp();
  ${own}
  ${listen}
  await work(own.signal);
}`,
    unless: ["f() {\n  const { signal } = setUp();", "f(signal) {"],
  },
  {
    says: "A parameter of a callback, but for what a tool executes: each call may have a signal of its own.",
    code: `each(async (signal) => {
  ${own}
  ${listen}
  await work(own.signal);
});`,
    unless: ["each(", "const f = ("],
  },
  {
    says: "A listener on a signal that the function or its object makes for this work, unless each turn adds one.",
    code: `export class Job {
  async run() {
    this.life = new AbortController();
    await new Promise((resolve) => {
      this.life.signal.addEventListener("abort", () => resolve());
      begin(resolve);
    });
  }
}`,
    unless: ["await new Promise", "while (busy()) await new Promise"],
  },
  {
    says: "A listener that acts on the object around.",
    code: `export class Job {
  async run(signal) {
    ${own}
    signal.addEventListener("abort", () => this.stop());
    await work(own.signal);
  }
}`,
    unless: ["this.stop()", "own.abort()"],
  },
  {
    says: "A listener on a signal that a method is given, which the teardown of the object does not remove.",
    code: `export class Job {
  start(signal) {
    signal.addEventListener("abort", () => this.stop());
  }
  dispose() { this.stop(); }
}`,
    unless: ["start(signal)", "constructor(signal)"],
  },
  {
    says: "A listener of an executor whose work has ended otherwise than by a last event, as one that opens something.",
    code: `export const f = (signal) => new Promise((resolve, reject) => {
  const call = begin();
  signal.addEventListener("abort", () => call.stop());
  call.on("open", () => resolve());
  call.on("error", reject);
});`,
    unless: ['"open"', '"end"'],
  },
  ...ofPromises,
  {
    says: "A listener that stops a stream which the function returns in something else: `new Response(stream)`.",
    code: `export async function f(signal) {
  const stream = open();
  signal.addEventListener("abort", () => stream.cancel());
  await stream.ready();
  return new Response(stream);
}`,
    unless: ["return new Response(stream);", ""],
  },
  ...ofObjects,
  {
    says: "A listener that is only removed where a request fails, if what the request gives is returned.",
    code: `export async function f(signal, url) {
  ${own}
  const abort = () => own.abort();
  signal.addEventListener("abort", abort);
  try {
    return await fetch(url, { signal: own.signal });
  } catch (error) {
    signal.removeEventListener("abort", abort);
    throw error;
  }
}`,
    unless: ["await fetch(url", "await work(url"],
  },
  {
    says: "A listener on the signal of a controller that is made where the caller gives none.",
    code: `export async function f(controller = new AbortController()) {
  ${own}
  controller.signal.addEventListener("abort", () => own.abort());
  await work(own.signal);
}`,
    unless: ["controller = new AbortController()", "controller"],
  },
  {
    says: "A listener of an object that a function returns, whose teardown shares no function or controller with it.",
    code: `export function make(signal) {
  signal.addEventListener("abort", () => stop());
  return { dispose() { stop(); } };
}`,
    unless: [
      `function make(signal) {
  signal.addEventListener("abort", () => stop());
  return { dispose() { stop(); } };
}`,
      `class Job {
  constructor(signal) {
    signal.addEventListener("abort", () => this.flush());
  }
  dispose() { stop(); }
}`,
    ],
  },
  {
    says: "`signal.onabort = …` that is never taken back: it holds one function at most.",
    code: `export async function f(signal) {
  ${own}
  signal.onabort = () => own.abort();
  await work(own.signal);
}`,
    unless: ["signal.onabort = () => own.abort();", listen],
  },
  {
    says: "`signal.onabort = …` that is replaced behind an `await`, in another block, or in the next turn of a loop.",
    code: `export async function f(signal) {
  signal.onabort = () => first.stop();
  await work(signal);
  signal.onabort = () => second.stop();
}`,
    unless: ["await work", "void work"],
  },
  {
    says: '`events.once(signal, "abort")`, and a `once` that is imported under another name.',
    code: `import events, { once } from "node:events";
export async function f(signal) {
  await Promise.race([work(), events.once(signal, "abort")]);
}`,
    unless: ["events.once", "once"],
  },
  {
    says: "A listener with options that are not written in the file.",
    code: `export async function f(signal, options) {
  ${own}
  signal.addEventListener("abort", () => own.abort(), options);
  await work(own.signal);
}`,
    unless: [", options);", ");"],
  },
  {
    says: "A function that is not `async` and returns no promise, unless it merges signals or hears its work end.",
    code: `export function f(signal) {
  ${own}
  ${listen}
  void work(own.signal).then(report);
}`,
    unless: ["void work", "return work"],
  },
  {
    says: "A helper for other files that ties a controller to a signal: `chain(own, signal)`.",
    code: `export function chain(own, signal) {
  ${listen}
}`,
    unless: ["\n}", "\n  return own.signal;\n}"],
  },
  {
    says: "A listener of an effect, where the component aborts something or its cleanup calls what may do so.",
    code: `export function useAborted(signal, stop) {
  useEffect(() => {
    signal.addEventListener("abort", () => setAborted(true));
    return () => stop();
  }, []);
}`,
    unless: ["stop();", "log();"],
  },
  {
    says: "A listener that ends what is waited for, `await child`, if nobody uses what that comes to.",
    code: `export async function f(signal) {
  const child = spawn();
  signal.addEventListener("abort", () => child.kill());
  await child;
}`,
    unless: ["await child", "return await child"],
  },
  {
    says: "A promise that is settled by an option which may be called before the last: `onreadystatechange`.",
    code: `export function f(signal) {
  return new Promise((resolve) => {
    const call = request({ onreadystatechange: resolve });
    signal.addEventListener("abort", () => call.abort());
  });
}`,
    unless: ["onreadystatechange", "onload"],
  },
  ...ofCalls,
];

/** Reports of it that are wrong, or may be. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "A signal that the caller makes for each call, where neither its name nor its type says so.",
    code: `export async function f({ signal }) {
  ${own}
  ${listen}
  await work(own.signal);
}`,
    unless: ["{ signal }", "{ signal }: Request"],
  },
  {
    says: "Work that goes on when the function has ended, in something that never leaves it.",
    code: `export async function f(signal) {
  const child = spawn();
  signal.addEventListener("abort", () => child.kill());
  await child.ready();
}`,
    unless: ["await child.ready();", "await child.ready();\n  return child;"],
  },
  {
    says: "A promise that others could settle by a part of an entry, which only the listener asks for.",
    code: `const entries = [];
export function acquire(signal) {
  return new Promise((resolve, reject) => {
    const release = () => { signal.removeEventListener("abort", abort); resolve(); };
    const entry = { release, fail: () => reject() };
    const abort = () => entry.fail();
    signal.addEventListener("abort", abort);
    entries.push(entry);
  });
}
export const next = () => entries.shift().release();`,
    unless: [", fail: () => reject()", ""],
  },
];
