// decline: a closure from before the acquire is called from inside, and knows a name from there
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const show = (): void => world.say(`${name} ${typeof abort}`);
  const { ctx, abort } = withTimeout(parent, 60_000);
  const name = await world.work("load", ctx);
  show();
  abort();
  show();
  return "shown";
}

export const run = (world: World): unknown => load(world.loke, world);
