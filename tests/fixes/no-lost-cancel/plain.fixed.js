// fix
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const { ctx, abort } = withTimeout(parent, 60_000);
  try {
    const user = await world.work("load", ctx);
    return user;
  } finally {
    abort();
  }
}

export const run = (world) => load(world.loke, world);
