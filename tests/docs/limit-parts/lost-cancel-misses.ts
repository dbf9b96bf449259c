import { begin, loke, numbered, type Limit } from "../limit.ts";

/** Leaks that the rule does not report. */
export const misses: readonly Limit[] = [
  {
    says: 'A call that throws, unless `throws` is `"calls"`.',
    code: `${loke}export function f(parent) {
  ${begin}
  step(ctx);
  abort();
}`,
    unless: ["", ""],
    settings: { throws: "calls" },
  },
  {
    says: "An `await` that rejects although its result is taken apart into a value and an error.",
    code: `${loke}export async function f(parent) {
  ${begin}
  const [user, err] = await load(ctx);
  abort();
  return err ?? user;
}`,
    unless: ["[user, err]", "[user, rest]"],
  },
  {
    says: "A local function that releases only under a condition counts as one that releases.",
    code: `${loke}export async function f(parent, done) {
  ${begin}
  const stop = () => { if (done()) abort(); };
  try { await work(ctx); } finally { stop(); }
}`,
    unless: ["stop();", "if (done()) abort();"],
  },
  {
    says: "A local function assigned to a variable after its declaration counts as one that somebody else calls.",
    code: `${loke}export async function f(parent) {
  ${begin}
  let stop = () => {};
  stop = () => abort();
  await work(ctx, typeof stop);
}`,
    unless: ["let stop = () => {};\n  stop =", "const stop ="],
  },
  {
    says: "A handle in a field, a module variable or a collection: nobody checks what happens to it there.",
    code: `${loke}export class Job {
  async run(parent) {
    ${begin}
    this.stop = abort;
    await work(ctx);
  }
}`,
    unless: ["this.stop", "const stop"],
  },
  {
    says: "A handle passed to a function that only looks at it, such as a logger.",
    code: `${loke}export async function f(parent) {
  ${begin}
  log(abort);
  await work(ctx);
}`,
    unless: ["log(abort)", "log()"],
  },
  {
    says: "A callback that never fires, such as a listener or a timer that was given the handle.",
    code: `${loke}export async function f(parent, socket) {
  ${begin}
  socket.on("close", () => abort());
  await work(ctx);
}`,
    unless: ["() => abort()", "() => {}"],
  },
  {
    says: "A listener with the handle that is removed behind the work, or under a condition, and not in a `finally`.",
    code: `${loke}export async function f(parent, socket) {
  ${begin}
  socket.on("close", abort);
  await work(ctx);
  socket.off("close", abort);
}`,
    unless: [
      'await work(ctx);\n  socket.off("close", abort);',
      'try { await work(ctx); } finally { socket.off("close", abort); }',
    ],
  },
  {
    says: "With `.catch(abort)` on one promise, the rejection of another `await` counts as covered.",
    code: `${loke}export async function f(parent) {
  ${begin}
  const job = work(ctx).catch(abort);
  await other();
  await job;
  abort();
}`,
    unless: [".catch(abort)", ""],
  },
  {
    says: "A helper of your own whose name or parts are not of the shape above.",
    code: `import { startDeadline as create } from "./context";
export async function f(parent) {
  const [ctx, cancel] = create(parent, 500);
  await work(ctx);
  cancel();
}`,
    unless: ["create(", "withDeadline("],
  },
  {
    says: "A helper of your own of which only one part is taken: `const { signal } = createTimeoutSignal(500)`.",
    code: `import { createTimeoutSignal } from "./signals";
export async function f(url) {
  const { signal } = createTimeoutSignal(500);
  return await fetch(url, { signal });
}`,
    unless: ["{ signal }", "{ signal, cleanup }"],
  },
  {
    says: "A helper of your own whose result is kept whole, if neither its name nor a type shows what it is.",
    code: `import { withTimeout } from "./context";
export async function f(parent) {
  const job = start(parent, 500);
  await work(job.ctx);
  job.cancel();
}`,
    unless: ["start(parent, 500)", "createTimeoutSignal(parent, 500)"],
  },
  {
    says: "A helper of your own that is kept whole, if another method of it is given a value: it may end with that.",
    code: `export async function f(parent, stream) {
  const relay = createAbortSignal(parent);
  relay.attach(stream);
  await work(relay.signal);
  relay.cleanup();
}`,
    unless: ["relay.attach(stream)", "relay.attach()"],
  },
  {
    says: "A release that is missed only where what was opened with the context is returned: it is read behind that.",
    code: `export async function f() {
  const { signal, cleanup } = createTimeoutSignal(500);
  try {
    const response = await fetch(url, { signal });
    return response;
  } catch {
    cleanup();
  }
}`,
    unless: ["return response;", "return response.ok;"],
  },
  {
    says: "A method that makes a context and returns it; functions are followed, methods are not.",
    code: `${loke}const make = (parent) => withTimeout(parent, 500);
const makers = { make };
export async function f(parent) {
  const { ctx, abort } = makers.make(parent);
  await work(ctx);
  abort();
}`,
    unless: ["makers.make(parent)", "make(parent)"],
  },
  {
    says: "A function that makes a context and is `async`, if its promise is stored before it is awaited.",
    code: `${loke}async function make(parent) {
  return withTimeout(parent, 500);
}
export async function f(parent) {
  const pending = make(parent);
  const { ctx, abort } = await pending;
  await work(ctx);
  abort();
}`,
    unless: ["await pending", "await make(parent)"],
  },
  {
    says: "A closure that is given away, before the variable it reads gets another value.",
    code: `${loke}export function f(parent, keep) {
  let { ctx, abort } = withTimeout(parent, 500);
  keep(() => abort());
  abort = undefined;
  return ctx.signal;
}`,
    unless: ["keep(() => abort());", ""],
  },
  {
    says: "A library imported by `import(…).then(…)`.",
    code: `export function f(parent) {
  return import("gontext").then(async ({ withCancel }) => {
    const [child, end] = withCancel(parent);
    await work(child);
    end();
  });
}`,
    unless: ["= withCancel(parent)", '= (await import("gontext")).withCancel(parent)'],
  },
  {
    says: "A derive that is passed as a function, such as `parents.map(withAbort)`.",
    code: `${loke}export function f(parents) {
  const children = parents.map(withAbort);
  return children.length;
}`,
    unless: ["parents.map(withAbort)", "withAbort(parents[0])"],
  },
  {
    says: "A context lent to a call that is named as if it kept things: `add…`, `save…`, `set…`, `track…` and such.",
    code: `import { background } from "go-like-ctx";
export async function f() {
  const ctx = background().withTimeout(500);
  await saveUser(ctx);
  ctx.cancel();
}`,
    unless: ["saveUser", "work"],
  },
  {
    says: "A member path that a call changes between two tests of it.",
    code: `${loke}export function f(parent, state) {
  let deadline;
  if (state.open) deadline = withTimeout(parent, 500);
  work(state);
  if (state.open) deadline.abort();
}`,
    unless: ["work(state)", "state.open = work()"],
  },
  {
    says: "A handle that goes through 27 variables or more.",
    code: `${loke}export async function f(parent) {
  ${begin}
  const a0 = abort;
  ${numbered(25, (i) => `const a${i + 1} = a${i};`)}
  await work(ctx);
  a25();
}`,
    unless: ["const a0 = abort;\n  const a1 = a0;", "const a1 = abort;"],
  },
];
