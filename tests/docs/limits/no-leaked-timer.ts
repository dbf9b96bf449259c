import type { Limit } from "../limit.ts";

/** Leaks that no-leaked-timer does not report. */
export const misses: readonly Limit[] = [
  {
    says: "A timeout that is never cleared, although nobody needs it when the work is done.",
    code: `export async function f() {
  const timer = setTimeout(warn, 5000);
  await work();
}`,
    unless: ["await work();", "await work();\n  clearTimeout(timer);"],
  },
  {
    says: "A timeout that is dropped and aborts a controller which the function is given, or ends a child process.",
    code: `export async function f(controller) {
  setTimeout(() => controller.abort(), 5000);
  await fetch(url, { signal: controller.signal });
}`,
    unless: ["f(controller) {", "f() {\n  const controller = new AbortController();"],
  },
  {
    says: "A timeout that a failed close leaves, and that kills something else than what could not be closed.",
    code: `export async function f(browser, other) {
  const timer = setTimeout(() => other.kill(), 5000);
  await browser.close();
  clearTimeout(timer);
}`,
    unless: ["other.kill()", "warn()"],
  },
  {
    says: "A timer in a variable of the function around, which another function there clears as well.",
    code: `export function f() {
  let timer;
  const run = async () => { timer = setTimeout(flush, 5000); await work(); clearTimeout(timer); };
  return { run, stop: () => clearTimeout(timer) };
}`,
    unless: ["const run = async () => { timer", "const run = async () => { const timer"],
  },
  {
    says: "An id that is given to a function which only looks at it.",
    code: `export async function f() {
  const timer = setInterval(report, 1000);
  log(timer);
  await work();
}`,
    unless: ["log(timer);", "log();"],
  },
  {
    says: "A timeout that each turn of a loop puts off, and the last one leaves, if it does the work of its turn.",
    code: `export async function f(names) {
  let timer;
  for await (const name of names) {
    clearTimeout(timer);
    timer = setTimeout(() => look(name), 100);
  }
}`,
    unless: ["look(name)", "look()"],
  },
  {
    says: "An interval in a function of a script that is called once, unless that ends something else behind it.",
    code: `main();
async function main() {
  setInterval(report, 1000);
  await work();
}`,
    unless: ["await work();", "await work();\n  await client.close();"],
  },
  {
    says: "A timer started through another name of the function (`const later = setTimeout`).",
    code: `const later = setInterval;
export function f(names) {
  for (const name of names) later(() => report(name), 1000);
}`,
    unless: ["later(() =>", "setInterval(() =>"],
  },
  {
    says: "An interval of a promise that may stop itself without settling it, or asks for what another function sets.",
    code: `export const f = (closed) => new Promise((resolve, reject) => {
  setTimeout(() => reject(), 5000);
  const timer = setInterval(() => {
    if (closed()) return clearInterval(timer);
    if (isReady()) { clearInterval(timer); resolve(); }
  }, 1000);
});`,
    unless: ["    if (closed()) return clearInterval(timer);\n", ""],
  },
  {
    says: "An interval without an id in a function that only other files call more than once.",
    code: `export function watch(file) {
  setInterval(() => check(file), 1000);
}`,
    unless: ["export function watch(file) {", "for (const each of files) watch(each);\nfunction watch(file) {"],
  },
  {
    says: "An interval without an id in an object that has no teardown, and of which the file does not make several.",
    code: `export class Cache {
  constructor() { setInterval(() => this.sweep(), 1000); }
}`,
    unless: ["  constructor", "  close() { report(); }\n  constructor"],
  },
  {
    says: "An interval that is stopped on some conditions by its own callback.",
    code: `export function f(rare) {
  const timer = setInterval(() => { if (rare()) clearInterval(timer); }, 1000);
}`,
    unless: ["if (rare()) clearInterval(timer);", "rare();"],
  },
  {
    says: "A rejection that is met by a function whose name says that it only tells, and that throws it again.",
    code: `import { report } from "./report.ts";
export async function f() {
  const timer = setTimeout(warn, 5000);
  await work().catch(report);
  clearTimeout(timer);
}`,
    unless: [".catch(report)", ".catch(again)"],
  },
  {
    says: "A promise returned without `await` in a `try` that catches, if nothing in the file shows it to be one.",
    code: `export async function f() {
  const timer = setTimeout(warn, 5000);
  await (async () => { try { return load(); } catch {} })();
  clearTimeout(timer);
}`,
    unless: ["return load();", "return fetch(url);"],
  },
  {
    says: "A timer of a function of another file that gives no signal with the way to stop it: a promise, or nothing.",
    code: `import { startHeartbeat } from "./progress.ts";
export async function f() {
  const stop = startHeartbeat(report);
  await work();
  stop();
}`,
    unless: [
      'import { startHeartbeat } from "./progress.ts";',
      "function startHeartbeat(f) { const timer = setInterval(f, 1000); return () => clearInterval(timer); }",
    ],
  },
];

/** Reports of no-leaked-timer that may be wrong. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "A promise that is never rejected, although nothing in the file shows it.",
    code: `export async function f(closed) {
  const timer = setTimeout(warn, 5000);
  await closed;
  clearTimeout(timer);
}`,
    unless: ["await closed;", "await Promise.allSettled([closed]);"],
  },
  {
    says: "A clear that is given away on a condition which always holds.",
    code: `export function f(page) {
  let timer;
  if (page) page.on("close", () => clearInterval(timer));
  timer = setInterval(() => page.ask(), 1000);
}`,
    unless: ["if (page) ", ""],
  },
  {
    says: "A clear behind a comparison of a number that one before it answers already.",
    code: `export async function f(ms) {
  let timer;
  if (ms > 0) timer = setInterval(report, ms);
  try { await work(); } finally { if (ms !== -1) clearInterval(timer); }
}`,
    unless: ["ms !== -1", "ms > 0"],
  },
];
