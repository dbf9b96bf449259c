// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  if (world.yes("stale")) {
    const { ctx, abort } = withTimeout(parent, 60_000);
    await world.work("reload", ctx);
    abort();
  }
  world.say("loaded");
}

export const run = (world: World): unknown => load(world.loke, world);
