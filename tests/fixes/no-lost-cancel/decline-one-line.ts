// decline: several statements share a line
// harmless: it is only a matter of how the text would look
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000); await world.work("load", ctx); abort();
}

export const run = (world: World): unknown => load(world.loke, world);
