// suggest: "declare"
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  let user;
  try {
    user = await world.work("load", ctx);
  } finally {
    abort();
  }
  world.say(`loaded ${user}`);
  return user.toUpperCase();
}

export const run = (world: World): unknown => load(world.loke, world);
