// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function all(parent: Context, world: World): Promise<void> {
  for (const item of ["a", "b"]) {
    const { ctx, abort } = withTimeout(parent, 60_000);
    try {
      await world.work(item, ctx);
    } finally {
      abort();
    }
  }
}

export const run = (world: World): unknown => all(world.loke, world);
