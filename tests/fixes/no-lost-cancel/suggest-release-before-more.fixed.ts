// suggest: "Wrap the rest"
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    await world.work("start");
    try {
      const data = await world.work("load", ctx);
      abort();
      world.say(`loaded ${ctx.signal?.aborted}`);
      return data + (await world.work("rest"));
    } catch (error) {
      abort();
      world.say(`failed ${ctx.signal?.aborted}`);
      throw error;
    }
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
