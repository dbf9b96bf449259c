// decline: a `finally` with a `return` of its own takes the place of whatever happened
// harmless: whatever wins, the release can come last
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    await world.work("load", ctx);
  } finally {
    world.say("over");
    if (world.yes("quick")) return "quick";
    await world.work("report", ctx);
    abort();
  }
  return "loaded";
}

export const run = (world: World): unknown => load(world.loke, world);
