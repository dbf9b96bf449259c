// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  for (const page of [1, 2]) {
    if (world.yes(`page ${page} is empty`)) break;
    await world.work(`page ${page}`, ctx);
  }
  abort();
}

export const run = (world: World): unknown => load(world.loke, world);
