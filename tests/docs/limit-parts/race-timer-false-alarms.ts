import type { Limit } from "../limit.ts";

const late = "new Promise((_, reject) => setTimeout(reject, 5000))";

/** Reports of no-leaked-race-timer that may be wrong. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "A reject that is given to somebody who never calls it.",
    code: `export const f = (pending, id) => new Promise((resolve, reject) => {
  const timer = setTimeout(reject, 5000);
  pending.set(id, { resolve: () => { clearTimeout(timer); resolve(); }, reject });
});`,
    unless: [", reject });\n});", " });\n});"],
  },
  {
    says: "A race whose caller ends the process in another file.",
    code: `export async function stop() {
  await Promise.race([work(), ${late}]);
}`,
    unless: ["]);\n}", "]);\n  process.exit();\n}"],
  },
  {
    says: "A timer with the `signal` of a caller in another file that makes one for this call, and aborts it behind.",
    code: `import { setTimeout as sleep } from "node:timers/promises";
export const f = (signal) => Promise.race([work(), sleep(5000, "late", { signal })]);`,
    unless: ["{ signal }", "{ signal: AbortSignal.timeout(6000) }"],
  },
  {
    says: "Two events that always come together, of which one clears, if none is named as the last one.",
    code: `export const f = (job) => new Promise((resolve, reject) => {
  const timer = setTimeout(reject, 5000);
  job.once("failed", reject);
  job.once("settled", () => { clearTimeout(timer); resolve(); });
});`,
    unless: ['"settled"', '"end"'],
  },
  {
    says: "A timer that is always first, since nothing else is ever settled sooner.",
    code: `const never = new Promise((resolve) => { later.push(resolve); });
export const f = () => Promise.race([never, ${late}]);`,
    unless: ["[never, ", "["],
  },
  {
    says: "A timer that is started and cleared under the same condition, if that is a member of `this`.",
    code: `export class Client {
  ask(ms) {
    return new Promise((resolve, reject) => {
      let timer;
      if (this.limited) timer = setTimeout(reject, ms);
      this.once("data", () => { if (this.limited) clearTimeout(timer); resolve(); });
    });
  }
}`,
    unless: ["if (this.limited) clearTimeout", "if (timer) clearTimeout"],
  },
  {
    says: "A promise that is settled behind a member of what others have too, which is only set beside the clear.",
    code: `export const f = (dialog) => new Promise((resolve, reject) => {
  const state = { closed: false };
  dialog.use(state);
  const timer = setTimeout(reject, 5000);
  const update = () => { if (state.closed) resolve(); };
  dialog.onClose(() => { clearTimeout(timer); state.closed = true; resolve(); });
  dialog.onChange(update);
});`,
    unless: ["dialog.use(state);", ""],
  },
  {
    says: "A timer in an entry that is started and cleared under the same condition, if that is another part of it.",
    code: `export class Client {
  #pending = new Map();
  ask(id, ms) {
    return new Promise((resolve, reject) => {
      let timer;
      if (ms > 0) timer = setTimeout(reject, ms);
      this.#pending.set(id, { resolve, timer, ms });
    });
  }
  answer(id, value) {
    const entry = this.#pending.get(id);
    if (entry.ms > 0) clearTimeout(entry.timer);
    entry.resolve(value);
  }
}`,
    unless: ["if (entry.ms > 0)", "if (entry.timer)"],
  },
];
