// decline: `using` would dispose before the release, not after
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  using file = { [Symbol.dispose]: () => world.say("the file is closed") };
  await world.work("load", ctx);
  abort();
  world.say(`with ${typeof file}`);
}

export const run = (world: World): unknown => load(world.loke, world);
