// decline: only one branch releases, and the other leaves work behind
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  void world.safeWork("log", ctx).catch(() => "cut off");
  if (world.yes("waits")) {
    await world.idle();
    abort();
  }
}

export async function run(world: World): Promise<void> {
  await load(world.loke, world);
  await world.idle();
}
