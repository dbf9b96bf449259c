// @kriskowal/context: the module is the root context; `withCancel` is a method, `withTimeout` gives a context alone.
import root from "@kriskowal/context";

declare function ask(context: typeof root, host: string): Promise<string>;
declare function hosts(context: typeof root): number;

export async function awaitRejects() {
  const { context, cancel } = root.withCancel(); // want exception: "await` on line 9 rejects"
  const answer = await Promise.race([ask(context, "a"), ask(context, "b")]);
  cancel();
  return answer;
}

export function returnsEarly() {
  const { context, cancel } = root.withCancel(); // want early-return: "return at line 16"
  if (hosts(context) === 0) return false;
  cancel();
  return true;
}

export async function inFinally(context: typeof root) {
  let cancel;
  ({ context, cancel } = context.withCancel()); // ok: cancelled in finally
  try {
    return await ask(context, "a");
  } finally {
    cancel();
  }
}

export async function ofAParameter(context: typeof root) {
  let cancel;
  ({ context, cancel } = context.withCancel()); // want exception: "await` on line 34 rejects"
  await ask(context, "b");
  cancel(new Error("answered"));
}

export async function required() {
  const base = require("@kriskowal/context");
  const { context, cancel } = base.withCancel(); // want exception: "await` on line 41 rejects"
  await ask(context, "a");
  cancel();
}

export async function chained() {
  const { context, cancel } = root.withTimeout(500).withCancel(); // want exception: "await` on line 47 rejects"
  await ask(context, "a");
  cancel();
}

export async function timeoutHasNoCancel() {
  const context = root.withTimeout(100); // ok: a context alone, it ends by itself
  return await ask(context, "a");
}

export function handedOn(keep: (context: typeof root, end: () => void) => void) {
  const { context, cancel } = root.withCancel(); // ok: the callee has the cancel
  keep(context, cancel);
  return context.create(); // ok: nothing to release
}
