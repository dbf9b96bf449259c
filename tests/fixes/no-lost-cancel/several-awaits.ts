// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user = await world.work("user", ctx);
  const orders = await world.work("orders", ctx);
  world.say(user + orders);
  abort();
  return orders;
}

export const run = (world: World): unknown => load(world.loke, world);
