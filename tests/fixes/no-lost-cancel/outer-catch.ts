// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  try {
    const { ctx, abort } = withTimeout(parent, 60_000);
    const user = await world.work("load", ctx);
    abort();
    return user;
  } catch (error) {
    world.say(String(error));
    return "nobody";
  } finally {
    world.say("over");
  }
}

export const run = (world: World): unknown => load(world.loke, world);
