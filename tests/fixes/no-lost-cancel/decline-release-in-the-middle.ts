// decline: what follows the release would come before it, and its names are needed there
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const { length } = await world.work("load", ctx);
  abort();
  const rest = await world.work("rest");
  return rest + length;
}

export const run = (world: World): unknown => load(world.loke, world);
