import { withTimeout } from "@loke/context";
import { client, done, query, run } from "./unknown";

declare function declared(ctx: unknown): Promise<void>;
declare function declaredPlain(ctx: unknown): number;
const arrow = (ctx: unknown) => declared(ctx);
const annotated = (ctx: unknown): Promise<void> => run(ctx);

export async function byFetch(parent, url) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return fetch(url, { signal: ctx.signal }); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function byOwnFetch(parent, fetch) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return fetch(ctx.signal); // ok: not the platform's
  } finally {
    abort();
  }
}

export async function byNew(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return new Promise((resolve) => ctx.signal.addEventListener("abort", resolve)); // ok: it ends with the release
  } finally {
    abort();
  }
}

export async function byDeclaration(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return declared(ctx); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function byPlainDeclaration(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return declaredPlain(ctx); // ok: it gives a number
  } finally {
    abort();
  }
}

export async function byArrow(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return arrow(ctx); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function byAnnotation(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return annotated(ctx); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function byParameter(parent, fn: (ctx: unknown) => Promise<number>) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return fn(ctx); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function byPlainParameter(parent, fn: (ctx: unknown) => number) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return fn(ctx); // ok: it gives a number
  } finally {
    abort();
  }
}

export async function byAnotherCall(parent) {
  await client.send("hello");
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return client.send(ctx); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function byAnotherThen(parent) {
  query("hello").then(done);
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return query(ctx); // want returned: "`abort`"
  } finally {
    abort();
  }
}

export async function anotherOfThatName(parent, local) {
  const read = async (query) => await query("hello");
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return local(ctx, read); // ok: nothing shows what `local` gives
  } finally {
    abort();
  }
}

export class Wrapper {
  inner;
  async run(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return this.inner.run(ctx); // want returned: "`abort`"
    } finally {
      abort();
    }
  }
  async runOwn(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return this.#load(ctx); // want returned: "`abort`"
    } finally {
      abort();
    }
  }
  async runPlain(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return this.#size(ctx); // ok: it gives a number
    } finally {
      abort();
    }
  }
  async #load(ctx) {
    await this.inner.load(ctx);
  }
  #size(ctx) {
    return this.inner.size(ctx);
  }
}

export class Derived extends Wrapper {
  override async run(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    try {
      return super.run(ctx); // want returned: "`abort`"
    } finally {
      abort();
    }
  }
}
