// fix
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const count = arguments.length;
  await world.work(`load ${count}`, ctx);
  abort();
  return count;
}

export const run = (world) => load(world.loke, world);
