import type { Limit } from "../limit.ts";

const keptIn = (fail: string): string => `export async function f(signal, job) {
  let fail;
  const done = new Promise((resolve, reject) => {
    ${fail} = reject;
    begin(resolve);
  });
  signal.addEventListener("abort", () => ${fail}(signal.reason));
  return { done };
}`;

/** Leaks of listeners that settle promises, which no-leaked-abort-listener does not report. */
export const ofPromises: readonly Limit[] = [
  {
    says: "A promise that is settled in a reaction before anything hears the last event that removes the listener.",
    code: `export const f = (signal) => new Promise((resolve, reject) => {
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort);
  cached().then((hit) => {
    if (hit) return resolve(hit);
    const child = begin();
    child.on("close", () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
  });
});`,
    unless: ['"close"', '"message"'],
  },
  {
    says: "A listener that settles a promise through a member, `job.fail = reject`.",
    code: keptIn("job.fail"),
    unless: [keptIn("job.fail"), keptIn("fail")],
  },
  {
    says: "A listener that settles a promise and also ends what may go on behind it, such as a server of the object.",
    code: `export class Job {
  async open(signal) {
    const ready = Promise.withResolvers();
    begin(ready.resolve);
    signal.addEventListener("abort", () => {
      this.server.close();
      ready.reject(signal.reason);
    });
    await ready.promise;
  }
}`,
    unless: ["this.server.close();", "this.log();"],
  },
  {
    says: "A promise that is handed out and that nothing but the abort settles.",
    code: `export function make(signal) {
  const aborted = Promise.withResolvers();
  signal.addEventListener("abort", () => aborted.reject(signal.reason));
  return { aborted: aborted.promise };
}`,
    unless: ["  return", "  begin(aborted.resolve);\n  return"],
  },
  {
    says: "A listener that the end of a request removes, and not its `error`, outside of an executor.",
    code: `export function get(signal) {
  const done = Promise.withResolvers();
  const request = open();
  const abort = () => request.abort();
  signal.addEventListener("abort", abort);
  request.once("end", () => {
    signal.removeEventListener("abort", abort);
    done.resolve();
  });
  request.once("error", done.reject);
  return done.promise;
}`,
    unless: ['signal.removeEventListener("abort", abort);', ""],
  },
];
