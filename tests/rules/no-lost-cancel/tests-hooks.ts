// Tests: what a hook of the test runner releases, and what a failing assertion leaves behind.
import { after, test as nodeTest } from "node:test";
import ava from "ava";
import { background, withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished, test } from "vitest";

declare function connect(ctx: Context): Promise<string>;

nodeTest("t.after", async (t) => {
  const { ctx, abort } = withTimeout(background, 500); // ok: the test runner aborts it
  t.after(abort);
  await connect(ctx);
});

nodeTest("t.after with a closure", async (t) => {
  const { ctx, abort } = withTimeout(background, 500); // ok: the test runner aborts it
  t.after(() => abort());
  await connect(ctx);
});

nodeTest("t.after too late", async (t) => {
  const { ctx, abort } = withTimeout(background, 500); // want exception: "await` on line 24 rejects"
  await connect(ctx);
  t.after(abort);
  await connect(ctx);
});

nodeTest("after", async () => {
  const handle = withTimeout(background, 500); // ok: the test runner aborts it
  after(() => handle.abort());
  await connect(handle.ctx);
});

test("onTestFinished", async () => {
  const { ctx, abort } = withTimeout(background, 500); // ok: the test runner aborts it
  onTestFinished(abort);
  expect(await connect(ctx)).toBe("open");
});

test("onTestFinished with a closure", async () => {
  const { ctx, abort } = withTimeout(background, 500); // ok: the test runner aborts it
  onTestFinished(() => {
    abort();
  });
  expect(await connect(ctx)).toBe("open");
});

ava("teardown", async (t) => {
  const { ctx, abort } = withTimeout(background, 500); // ok: the test runner aborts it
  t.teardown(abort);
  t.is(await connect(ctx), "open");
});

describe("hooks around every test", () => {
  let ctx: Context;
  let abort: () => void;
  const stops: (() => void)[] = [];

  beforeEach(() => {
    ({ ctx, abort } = withTimeout(background, 500)); // ok: a variable of the suite has it
  });

  afterEach(() => {
    abort();
    for (const stop of stops.splice(0)) stop();
  });

  it("uses the shared one", async () => {
    expect(await connect(ctx)).toBe("open");
  });

  it("adds one", async () => {
    const { ctx: child, abort: stop } = withAbort(ctx); // ok: the array has it
    stops.push(stop);
    expect(await connect(child)).toBe("open");
  });

  it("ends on the straight line", async () => {
    const { ctx: child, abort: stop } = withTimeout(ctx, 50); // want exception: "await` on line 81 rejects"
    expect(await connect(child)).toBe("open");
    stop();
  });

  it("ends in finally", async () => {
    const { ctx: child, abort: stop } = withTimeout(ctx, 50); // ok: aborted in finally
    try {
      expect(await connect(child)).toBe("open");
    } finally {
      stop();
    }
  });

  it("drops the abort", async () => {
    const { ctx: child } = withTimeout(ctx, 50); // want discarded: "discarded"
    await expect(connect(child)).rejects.toThrow();
  });

  it("expects a rejection", async () => {
    const { ctx: child, abort: stop } = withTimeout(ctx, 50); // want exception: "await` on line 101 rejects"
    await expect(connect(child)).rejects.toThrow();
    stop();
  });
});

describe("one for the whole suite", () => {
  const { ctx, abort } = withTimeout(background, 500); // ok: the hook aborts it
  afterAll(() => abort());

  it("works", async () => {
    expect(await connect(ctx)).toBe("open");
  });
});
