import type { Limit } from "../limit.ts";

/** Listeners of what a call is given, which no-leaked-abort-listener does not report. */
export const ofCalls: readonly Limit[] = [
  {
    says: "A process that is handed out, and was started by a function which this one is given.",
    code: `import { spawn } from "node:child_process";
export function f(spawn, signal) {
  const child = spawn("x");
  signal.addEventListener("abort", () => child.kill());
  return child;
}`,
    unless: ["f(spawn, signal)", "f(signal)"],
  },
  {
    says: "The listeners of a merge that is made where it is used, `run((() => { … })())`, if nothing is waited for.",
    code: `export async function f(signal) {
  const own = new AbortController();
  start((() => {
    const merged = new AbortController();
    signal.addEventListener("abort", () => merged.abort());
    own.signal.addEventListener("abort", () => merged.abort());
    return merged.signal;
  })());
}`,
    unless: ["start((", "await start(("],
  },
];
