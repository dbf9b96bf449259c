// decline: what follows would come before the release, and whether the work is a promise with `finally` is not known
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user = await world.work("load", ctx);
  abort();
  world.say(`loaded ${user}`);
  return user.toUpperCase();
}

export const run = (world: World): unknown => load(world.loke, world);
