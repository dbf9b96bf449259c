import { withTimeout } from "@loke/context";
import { load } from "./load";
import { log } from "./log";

async function work(ctx: unknown): Promise<number> {
  await load(ctx);
  return 1;
}

export async function inFinally(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return work(ctx); // want returned: "`abort` on line 15 runs before this promise settles"
  } finally {
    abort();
  }
}

export async function awaited(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return await work(ctx); // ok: the return waits
  } finally {
    abort();
  }
}

export async function withReactions(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return work(ctx).then((n) => n + 1); // want returned: "Await it: `return await`"
  } finally {
    abort();
  }
}

export async function chosen(parent, cached?: number) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return cached ?? work(ctx); // want returned: "`abort` on line 43"
  } finally {
    log("done");
    abort();
  }
}

export async function group(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return Promise.all([work(ctx), work(ctx)]); // want returned: "`abort` on line 52"
  } finally {
    abort();
  }
}

export function notAsync(parent): Promise<number> {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return work(ctx); // want returned: "Release once it has settled, in `.finally()`"
  } finally {
    abort();
  }
}

export function reaction(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  return work(ctx).finally(abort); // ok: released when it has settled
}

export function reactionInClosure(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  return work(ctx).finally(() => abort()); // ok: released when it has settled
}

export function reactionOnBoth(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  return work(ctx).then( // ok: released either way
    (n) => {
      abort();
      return n;
    },
    (error) => {
      abort();
      throw error;
    },
  );
}

export async function* generator(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    yield 1;
    return work(ctx); // ok: in an async generator a return awaits
  } finally {
    abort();
  }
}

export async function somethingElse(parent, id) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    await work(ctx);
    return work(id); // ok: it was not given the context
  } finally {
    abort();
  }
}

export async function otherRelease(parent, lock) {
  const { ctx, abort } = withTimeout(parent, 500);
  void abort;
  try {
    return work(ctx); // ok: what is released is something else
  } finally {
    lock.release();
  }
}

export function synchronous(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return log(ctx); // ok: it may well be synchronous
  } finally {
    abort();
  }
}

export async function perhapsSynchronous(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return log(ctx); // ok: nothing shows that it gives a promise
  } finally {
    abort();
  }
}

export function theEnd(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return ctx.done().then(() => 1); // ok: the release is what settles it
  } finally {
    abort();
  }
}

export async function handedOver(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  let isHandedOver = false;
  try {
    await work(ctx);
    isHandedOver = true;
    return work(ctx).finally(abort); // ok: not released in the `finally` below
  } finally {
    if (!isHandedOver) abort();
  }
}

export async function handedOverElsewhere(parent, job) {
  const { ctx, abort } = withTimeout(parent, 500);
  let isHandedOver = false;
  try {
    await work(ctx);
    isHandedOver = true;
    job.stop = abort;
    return work(ctx); // ok: the job has the release
  } finally {
    if (!isHandedOver) abort();
  }
}

export async function onCondition(parent, job) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return work(ctx); // ok: nobody knows whether it is released
  } finally {
    if (job.isOver) abort();
  }
}

export async function releasedFromCatch(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return work(ctx); // ok: the `catch` has no part in this return
  } catch (error) {
    abort();
    throw error;
  }
}

export async function given(parent, jobs) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return jobs.add(work(ctx)); // ok: somebody else waits for it
  } finally {
    abort();
  }
}

export async function throughClosure(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  const run = async () => {
    await load(ctx);
  };
  try {
    return run(); // want returned: "`stop` on line 207"
  } finally {
    stop();
  }
  function stop() {
    abort();
  }
}

export async function throughClosureOnCondition(parent, job) {
  const { ctx, abort } = withTimeout(parent, 500);
  const stop = () => {
    if (job.isOver()) abort();
  };
  try {
    return work(ctx); // ok: the local function may not release
  } finally {
    stop();
  }
}

export async function child(parent) {
  const outer = withTimeout(parent, 500);
  try {
    const inner = withTimeout(outer.ctx, 50);
    try {
      return await work(inner.ctx); // ok: both are released later
    } finally {
      inner.abort();
    }
  } finally {
    outer.abort();
  }
}

export async function childReturned(parent) {
  const outer = withTimeout(parent, 500);
  try {
    const { signal } = outer.ctx;
    return fetch("/", { signal: AbortSignal.any([signal]) }); // want returned: "`abort` on line 246"
  } finally {
    outer.abort();
  }
}

export async function inLoop(parent, urls) {
  for (const url of urls) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      if (url) return work(ctx); // want returned: "`abort` on line 256"
    } finally {
      abort();
    }
  }
  return 0;
}

class Client {
  protected async send(ctx: unknown): Promise<number> {
    return work(ctx);
  }

  protected size(ctx: { size: number }): number {
    return ctx.size;
  }
}

class Traced extends Client {}

export class Limited extends Traced {
  async ofTheBase(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return super.send(ctx); // want returned: "Await it: `return await`"
    } finally {
      abort();
    }
  }

  async inherited(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return this.send(ctx); // want returned: "Await it: `return await`"
    } finally {
      abort();
    }
  }

  async inheritedNumber(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return super.size(ctx); // ok: the base gives a number
    } finally {
      abort();
    }
  }
}

export class Unseen extends Imported {
  async ofAnotherFile(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return super.send(ctx); // ok: nothing shows that it is a promise
    } finally {
      abort();
    }
  }
}
