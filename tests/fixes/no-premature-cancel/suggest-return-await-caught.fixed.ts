// suggest: "`catch` sees its rejection"
// changes: load
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function work(ctx: Context, world: World): Promise<string> {
  return await world.work("load", ctx);
}

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    return await work(ctx, world);
  } catch (error) {
    world.say(`caught ${String(error)}`);
    throw error;
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
