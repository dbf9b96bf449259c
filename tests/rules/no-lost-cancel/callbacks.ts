// Callbacks that run now belong to the function around them; those that run later are functions of their own.
import { withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "./context";

declare function work(ctx: Context, item?: string): Promise<string>;
declare function step(ctx: Context, item?: string): boolean;
declare const server: { on(event: string, listener: (request: string) => unknown): void };

export function executorSettledOnFulfilmentOnly(parent: Context) {
  return new Promise<string>((resolve, reject) => {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "`abort` is not called"
    work(ctx).then((result) => {
      abort();
      resolve(result);
    }, reject);
  });
}

export function executorSettledBothWays(parent: Context) {
  return new Promise<string>((resolve, reject) => {
    const { ctx, abort } = withTimeout(parent, 500); // ok: aborted whichever way the work settles
    work(ctx).then(
      (result) => {
        abort();
        resolve(result);
      },
      (error) => {
        abort();
        reject(error);
      },
    );
  });
}

export function executorWithFinally(parent: Context) {
  return new Promise<string>((resolve, reject) => {
    const { ctx, abort } = withTimeout(parent, 500); // ok: `.finally(abort)`
    work(ctx).then(resolve, reject).finally(abort);
  });
}

export async function boundInAnExecutor(parent: Context) {
  let abort!: () => void;
  const expired = new Promise<never>((_, reject) => {
    let ctx: Context;
    ({ ctx, abort } = withTimeout(parent, 500)); // ok: bound here, aborted in finally
    ctx.signal?.addEventListener("abort", reject);
  });
  try {
    return await Promise.race([work(parent), expired]);
  } finally {
    abort();
  }
}

export async function boundInAnExecutorMissed(parent: Context) {
  let abort!: () => void;
  const expired = new Promise<never>((_, reject) => {
    let ctx: Context;
    ({ ctx, abort } = withTimeout(parent, 500)); // want exception: "await` on line 64 rejects"
    ctx.signal?.addEventListener("abort", reject);
  });
  const result = await Promise.race([work(parent), expired]);
  abort();
  return result;
}

export function inAnExecutorOnly(parent: Context) {
  return new Promise<boolean>((resolve) => {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 72"
    if (!step(ctx)) return resolve(false);
    abort();
    resolve(true);
  });
}

export function calledAtOnce(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: aborted by a function that runs at once
  const result = (() => {
    try {
      return step(ctx);
    } finally {
      abort();
    }
  })();
  return result;
}

export function calledAtOnceMissed(parent: Context) {
  return (() => {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 93"
    if (step(ctx)) return 1;
    abort();
    return 0;
  })();
}

export async function asyncCalledAtOnce(parent: Context) {
  await (async () => {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 102 rejects"
    await work(ctx);
    abort();
  })();
}

export function asyncInTheBackground(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the background function aborts it
  void (async () => {
    try {
      await work(ctx);
    } finally {
      abort();
    }
  })();
}

export function forEachItem(parent: Context, items: string[]) {
  items.forEach((item) => {
    const { ctx, abort } = withTimeout(parent, 500); // ok: aborted, nothing can throw before
    step(ctx, item);
    abort();
  });
}

export function forEachItemMissed(parent: Context, items: string[]) {
  items.forEach((item) => {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 129"
    if (!step(ctx, item)) return;
    abort();
  });
}

export async function mappedItems(parent: Context, items: string[]) {
  return Promise.all(
    items.map(async (item) => {
      const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 138 rejects"
      const result = await work(ctx, item);
      abort();
      return result;
    }),
  );
}

export async function mappedItemsInFinally(parent: Context, items: string[]) {
  return Promise.all(
    items.map(async (item) => {
      const { ctx, abort } = withTimeout(parent, 500); // ok: aborted in finally
      try {
        return await work(ctx, item);
      } finally {
        abort();
      }
    }),
  );
}

export async function collected(parent: Context, items: string[]) {
  const stops: (() => void)[] = [];
  try {
    await Promise.all(
      items.map((item) => {
        const { ctx, abort } = withTimeout(parent, 500); // ok: the array has it
        stops.push(abort);
        return work(ctx, item);
      }),
    );
  } finally {
    stops.forEach((stop) => stop());
  }
}

export function mappedToHandles(parent: Context, items: string[]) {
  return items.map((item) => withTimeout(parent, item.length)); // ok: the caller has them
}

export function someItem(parent: Context, items: string[]) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: the returns belong to the callback
  const found = items.some((item) => {
    if (item === "") return false;
    return step(ctx, item);
  });
  abort();
  return found;
}

export function inAThenCallback(parent: Context) {
  return work(parent).then((item) => {
    const { ctx, abort } = withTimeout(parent, 500); // ok: `.finally(abort)`
    return work(ctx, item).finally(abort);
  });
}

export function inAThenCallbackMissed(parent: Context) {
  return work(parent).then((item) => {
    const { ctx, abort } = withTimeout(parent, 500); // want early-return: "return at line 197"
    if (item === "") return false;
    const result = step(ctx, item);
    abort();
    return result;
  });
}

export function inAnEventHandler(parent: Context) {
  server.on("request", async (request) => {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 207 rejects"
    await work(ctx, request);
    abort();
  });
}

export function inAMethod() {
  return {
    async handle(parent: Context) {
      const [ctx, cancel] = withCancel(parent); // want exception: "await` on line 216 rejects"
      await work(ctx);
      cancel();
    },
    get ready() {
      return true;
    },
  };
}

export class Worker {
  constructor(private readonly parent: Context) {
    const { ctx, abort } = withAbort(parent); // want early-return: "return at line 228"
    if (!step(ctx)) return;
    abort();
  }

  run = async () => {
    const { ctx, abort } = withTimeout(this.parent, 500); // want exception: "await` on line 234 rejects"
    await work(ctx);
    abort();
  };

  async #once() {
    const { ctx, abort } = withTimeout(this.parent, 500); // ok: aborted in finally
    try {
      await work(ctx);
    } finally {
      abort();
    }
  }

  static async start(parent: Context) {
    const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 249 rejects"
    await work(ctx);
    abort();
    return new Worker(parent).#once();
  }
}

export function inALaterCallback(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // ok: a later callback calls it
  queueMicrotask(() => {
    step(ctx);
    abort();
  });
}
