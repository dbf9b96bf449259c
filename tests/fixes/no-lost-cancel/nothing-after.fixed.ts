// fix
import { withDeadline, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function touch(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withDeadline(parent, Date.now() + 60_000);
  try {
    await world.work("touch", ctx);
  } finally {
    abort();
  }
}

export const run = (world: World): unknown => touch(world.loke, world);
