// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  if (world.yes("cached")) return "from the cache";
  try {
    return await world.work("load", ctx);
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
