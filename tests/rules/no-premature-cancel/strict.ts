// options: { "causes": ["returned", "bound", "dropped", "perhaps"] }
import { withTimeout } from "@loke/context";
import { isReady, load } from "./load";

export async function unknown(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return load(ctx); // want perhaps: "If this is a promise, `abort` on line 10 runs before it settles"
  } finally {
    abort();
  }
}

export async function question(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return isReady(ctx); // ok: it answers at once
  } finally {
    abort();
  }
}

export async function ownQuestion(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return ctx.err(); // ok: it answers at once
  } finally {
    abort();
  }
}

export function notAsync(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return load(ctx); // ok: a function that is not async gives no promise unless it is known to
  } finally {
    abort();
  }
}

function count(ctx: Context): number {
  return ctx.size;
}

export async function annotated(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return count(ctx); // ok: a number
  } finally {
    abort();
  }
}

function begin(ctx: Context): Handle {
  return ctx.begin();
}

export async function ofSomeType(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return begin(ctx); // want perhaps: "If this is a promise"
  } finally {
    abort();
  }
}

export async function ofTheGlobalScope(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    ctx.log("pending");
    return pendingOfAll; // ok: nothing says that it waits for the context
  } finally {
    abort();
  }
}
