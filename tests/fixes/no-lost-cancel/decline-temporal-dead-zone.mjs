// decline: a closure that was made before knows a name that would move into the block
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const show = () => world.say(user);
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user = await world.work("load", ctx);
  abort();
  show();
}

export const run = (world) => load(world.loke, world);
