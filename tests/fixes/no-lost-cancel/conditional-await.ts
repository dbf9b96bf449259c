// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  if (world.yes("stale")) await world.work("reload", ctx);
  abort();
}

export const run = (world: World): unknown => load(world.loke, world);
