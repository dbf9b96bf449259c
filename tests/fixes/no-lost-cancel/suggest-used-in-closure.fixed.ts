// suggest: "Wrap the rest"
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    const names = new Set(["first"]);
    const add = async (): Promise<void> => {
      names.add(await world.work("load", ctx));
    };
    await add();
    abort();
    world.say(`loaded ${ctx.signal?.aborted}`);
    return [...names].join();
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
