// suggest: "finally"
// changes: fails
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    await Promise.all([world.work("user", ctx), world.work("orders", ctx)]);
  } finally {
    abort();
  }
  return "both";
}

export const run = (world: World): unknown => load(world.loke, world);
