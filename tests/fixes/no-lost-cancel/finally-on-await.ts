// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function fetchUser(ctx: Context, world: World): Promise<string> {
  return await world.work("load", ctx);
}

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user = await fetchUser(ctx, world);
  abort();
  world.say(`loaded ${user}`);
  return user.toUpperCase();
}

export const run = (world: World): unknown => load(world.loke, world);
