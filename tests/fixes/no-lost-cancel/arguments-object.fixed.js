// fix
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    const count = arguments.length;
    await world.work(`load ${count}`, ctx);
    return count;
  } finally {
    abort();
  }
}

export const run = (world) => load(world.loke, world);
