// fix
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const { ctx, abort } = withTimeout(arguments[0], 60_000);
  const user = await arguments[1].work("load", ctx);
  abort();
  return user + arguments.length;
}

export const run = (world) => load(world.loke, world);
