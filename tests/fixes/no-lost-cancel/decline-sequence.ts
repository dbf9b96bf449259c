// decline: the release is part of a larger expression
// harmless: the second call of an idempotent release does nothing
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user = await world.work("load", ctx);
  return (abort(), user);
}

export const run = (world: World): unknown => load(world.loke, world);
