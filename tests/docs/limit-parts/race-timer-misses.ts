import type { Limit } from "../limit.ts";

const late = "new Promise((_, reject) => setTimeout(reject, 5000))";

/** Leaks that no-leaked-race-timer does not report. */
export const misses: readonly Limit[] = [
  {
    says: "A function that is imported and makes the promise, if its name or what it is given does not say so.",
    code: `import { late } from "./late.ts";
export const f = () => Promise.race([work(), late(5000)]);`,
    unless: ['import { late } from "./late.ts";', "const late = (ms) => new Promise((go) => setTimeout(go, ms));"],
  },
  {
    says: "A promise that is given to a function which races it.",
    code: `const first = (list) => Promise.race(list);
export const f = () => first([work(), ${late}]);`,
    unless: ["first([", "Promise.race(["],
  },
  {
    says: "`Promise.withResolvers()`, where the function awaits the promise itself, or returns it in something else.",
    code: `export async function f() {
  const { promise, resolve, reject } = Promise.withResolvers();
  setTimeout(reject, 5000);
  work().then(resolve, reject);
  return await promise;
}`,
    unless: ["return await promise;", "return promise;"],
  },
  {
    says: "A promise with its own functions beside it, if somebody else has it too, or two races wait for it.",
    code: `export function f() {
  const late = new PromiseDelegate();
  register(late);
  setTimeout(() => late.reject(), 5000);
  return Promise.race([work(), late.promise]);
}`,
    unless: ["  register(late);\n", ""],
  },
  {
    says: "A timer that settles a promise from beside its executor, and does other work as well.",
    code: `export function f() {
  const late = new PromiseDelegate();
  setTimeout(() => { flush(); late.reject(); }, 5000);
  return Promise.race([work(), late.promise]);
}`,
    unless: ["flush(); ", ""],
  },
  {
    says: "A `setTimeout` that is a method of something else, and whose result is kept: `t = platform.setTimeout(…)`.",
    code: `export const f = () =>
  Promise.race([work(), new Promise((_, reject) => { const t = platform.setTimeout(reject, 5000); log(t); })]);`,
    unless: ["const t = platform.setTimeout(reject, 5000); log(t);", "setTimeout(reject, 5000);"],
  },
  {
    says: "An async function that works on behind the timer, and does not end in a `throw`.",
    code: `async function late() {
  await new Promise((go) => setTimeout(go, 5000));
  tell("late");
}
export const f = () => Promise.race([work(), late()]);`,
    unless: ['  tell("late");\n', ""],
  },
  {
    says: "An id that a function has which is given away, such as a listener that may never be called.",
    code: `export function f(socket) {
  let timer;
  socket.on("message", () => clearTimeout(timer));
  return Promise.race([work(), new Promise((_, reject) => { timer = setTimeout(reject, 5000); })]);
}`,
    unless: ["clearTimeout(timer)", "{}"],
  },
  {
    says: "A promise that is settled by events, if one function that only clears is given away.",
    code: `export const f = (socket) => new Promise((resolve, reject) => {
  const timer = setTimeout(reject, 5000);
  socket.once("message", resolve);
  socket.once("pause", () => clearTimeout(timer));
});`,
    unless: ["clearTimeout(timer)", "resolve()"],
  },
  {
    says: "An event whose last listener clears, on something that never comes to its last event.",
    code: `export const f = (socket) => new Promise((resolve, reject) => {
  const timer = setTimeout(reject, 5000);
  socket.once("message", resolve);
  socket.once("close", () => { clearTimeout(timer); reject(); });
});`,
    unless: ['"close"', '"pause"'],
  },
  {
    says: "An error of the work that looks like that of the timer: `if (error instanceof LateError) return`.",
    code: `export async function f() {
  let timer;
  try {
    const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new LateError()), 5000); });
    await Promise.race([work(), late]);
  } catch (error) {
    if (error instanceof LateError) return;
  }
  clearTimeout(timer);
}`,
    unless: ["instanceof LateError", "instanceof WorkError"],
  },
  {
    says: "A resolve function that is overwritten, or taken apart.",
    code: `export const f = () => new Promise((resolve, reject) => {
  const settle = resolve;
  resolve = (value) => settle(value);
  setTimeout(reject, 5000);
  work().then(resolve, reject);
});`,
    unless: ["resolve = (value)", "const other = (value)"],
  },
  {
    says: "A timer with a `signal` that the function makes itself, and does not abort on every way.",
    code: `import { setTimeout as sleep } from "node:timers/promises";
export const f = () => {
  const { signal } = new AbortController();
  return Promise.race([work(), sleep(5000, "late", { signal })]);
};`,
    unless: [", { signal }", ""],
  },
  {
    says: "A function that waits in a loop, `while (running) await sleep(pollMs)`, and goes on when it has lost.",
    code: `const sleep = (ms) => new Promise((go) => setTimeout(go, ms));
async function watch() {
  while (check()) await sleep(5000);
  throw new Error("gone");
}
export const f = () => Promise.race([work(), watch()]);`,
    unless: ["while (check()) await", "await"],
  },
  {
    says: "A timer that a function of its own starts, beside the executor of its promise, if it is cleared somewhere.",
    code: `export async function f() {
  let timer;
  const late = new PromiseDelegate();
  const start = () => { timer = setTimeout(() => late.reject(), 5000); };
  start();
  await Promise.race([work(), late.promise]);
  clearTimeout(timer);
}`,
    unless: ["  clearTimeout(timer);\n", ""],
  },
  {
    says: "A callback in place of a promise, which the timer calls unless a flag says that the work was first.",
    code: `export function f(callback) {
  let isDone = false;
  setTimeout(() => { if (!isDone) callback(); }, 5000);
  work(() => { isDone = true; callback(); });
}`,
    unless: [
      `export function f(callback) {
  let isDone = false;
  setTimeout(() => { if (!isDone) callback(); }, 5000);
  work(() => { isDone = true; callback(); });
}`,
      `export const f = () => new Promise((callback) => {
  let isDone = false;
  setTimeout(() => { if (!isDone) callback(); }, 5000);
  work(() => { isDone = true; callback(); });
});`,
    ],
  },
  {
    says: "A promise of another window, `new frame.Promise(…)`.",
    code: `export const f = (x) => x.Promise.race([work(), new x.Promise((_, no) => { setTimeout(no, 5000); })]);`,
    unless: ["new x.Promise(", "new Promise("],
  },
  {
    says: "A timer that is a promise, `sleep(5000)`, if it is waited for behind the race too, and the race rejects.",
    code: `import { setTimeout as sleep } from "node:timers/promises";
export const f = async () => {
  const pause = sleep(5000);
  await Promise.race([work(), pause]);
  await pause;
};`,
    unless: ["  await pause;\n", ""],
  },
  {
    says: "A timer in an entry of a list that others have too, or that one function clears and another settles.",
    code: `export class Client {
  public pending = new Map();
  ask(id) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(reject, 5000);
      this.pending.set(id, { resolve, reject, timer });
    });
  }
  answer(id, value) {
    const entry = this.pending.get(id);
    if (value) return entry.resolve(value);
    clearTimeout(entry.timer);
    entry.reject();
  }
}`,
    unless: ["public", "private"],
  },
  {
    says: "A timer that is started behind a call which may have settled its promise already.",
    code: `export const f = (ready, ms) => new Promise((resolve) => {
  let timer;
  const look = () => { if (ready()) { clearTimeout(timer); resolve(true); } else setTimeout(look, 100); };
  look();
  timer = setTimeout(() => resolve(false), ms);
});`,
    unless: ["clearTimeout(timer); ", ""],
  },
];
