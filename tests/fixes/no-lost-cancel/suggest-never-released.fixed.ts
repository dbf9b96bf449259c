// suggest: "Wrap the rest of the block"
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    const user = await world.work("load", ctx);
    return `user ${user}`;
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
