// suggest: "Keep"
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx } = withTimeout(parent, 60_000);
  return await world.work("load", ctx);
}

export const run = (world: World): unknown => load(world.loke, world);
