// decline: when one of the two rejects, the other is still running
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function loadBoth(parent: Context, world: World): Promise<string[]> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const both = await Promise.all([world.work("user", ctx), world.work("orders", ctx)]);
  abort();
  return both;
}

export const run = (world: World): Promise<string[]> => loadBoth(world.loke, world);
