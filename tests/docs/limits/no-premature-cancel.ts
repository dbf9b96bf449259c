import { loke, type Limit } from "../limit.ts";

const work = "const work = async (ctx) => { await fetch(ctx); };\n";

/** A function that makes a context, with these statements in it. */
const within = (statements: string, kind = "async function"): string => `${loke}${work}export ${kind} f(parent, jobs) {
  const { ctx, abort } = withTimeout(parent, 500);
  ${statements}
}`;

/** Releases that are too early and are not reported. */
export const misses: readonly Limit[] = [
  {
    says: "A call of an imported function, if nothing shows that it gives a promise; `strict` reports it.",
    code: within("try { return imported(ctx); } finally { abort(); }"),
    unless: ["imported(ctx)", "work(ctx)"],
  },
  {
    says: "The body of a response: `const res = await fetch(url, { signal })`, then `return res.json()`.",
    code: within(
      'try { const res = await fetch("/", { signal: ctx.signal }); return res.json(); } finally { abort(); }',
    ),
    unless: ["res.json()", 'fetch("/", { signal: ctx.signal })'],
  },
  {
    says: "A release on some paths behind the work only.",
    code: within("try { return work(ctx); } finally { if (jobs.over) abort(); }"),
    unless: ["if (jobs.over) ", ""],
  },
  {
    says: "A release in a local function that may or may not release.",
    code: within("const stop = () => { if (jobs.over) abort(); };\n  try { return work(ctx); } finally { stop(); }"),
    unless: ["if (jobs.over) ", ""],
  },
  {
    says: "A promise that is given to a call: `return track(work(ctx))`.",
    code: within("try { return track(work(ctx)); } finally { abort(); }"),
    unless: ["track(work(ctx))", "work(ctx)"],
  },
  {
    says: "A promise in a variable that is used more than once, or in one that can change.",
    code: within("try { const job = work(ctx); log(job); return job; } finally { abort(); }"),
    unless: ["log(job); ", ""],
  },
  {
    says: "A promise nobody waits for, with an `await` of something else before the release.",
    code: within("void work(ctx); await jobs.idle(); abort();"),
    unless: ["await jobs.idle()", "jobs.idle()"],
  },
  {
    says: "An `AbortController` that is aborted in the `finally` itself.",
    code: `${loke}${work}export async function f(parent) {
  const abort = new AbortController();
  try { return work(abort.signal); } finally { abort.abort(); }
}`,
    unless: ["new AbortController()", "withTimeout(parent, 500)"],
  },
  {
    says: "A timer whose callback ends the work in another way than by an abort or a rejection.",
    code: `export async function f(url, controller) {
  const timer = setTimeout(() => controller.destroy(), 500);
  try { return fetch(url, { signal: controller.signal }); } finally { clearTimeout(timer); }
}`,
    unless: ["destroy()", "abort()"],
  },
  {
    says: "A timer whose id is in a field, or is cleared by another function that is given it.",
    code: `export async function f(url, controller) {
  const timer = setTimeout(() => controller.abort(), 500);
  try { return fetch(url, { signal: controller.signal }); } finally { stop(timer); }
}`,
    unless: ["stop(timer)", "clearTimeout(timer)"],
  },
];

/** Reports of the rule that are wrong. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "Work that ends before its promise is made: an `async` function that never awaits.",
    code: `${loke}const work = async (ctx) => ctx.deadline();
export async function f(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try { return work(ctx); } finally { abort(); }
}`,
    unless: ["async (ctx)", "(ctx)"],
  },
  {
    says: "Work that is meant to be cancelled at once, and whose promise nobody waits for.",
    code: within("void work(ctx); abort();"),
    unless: ["void work(ctx); abort()", "const job = work(ctx); abort(); await job"],
  },
];
