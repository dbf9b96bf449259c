// suggest: "finally"
// changes: load: fails
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    const log = world.safeWork("log", ctx);
    await world.work("load", ctx);
    await log;
  } finally {
    abort();
  }
  return "loaded";
}

export const run = (world: World): unknown => load(world.loke, world);
