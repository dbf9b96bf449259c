// decline: the handle is another one by then
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

const stops: (() => void)[] = [];
async function load(parent: Context, world: World): Promise<void> {
  let { ctx, abort } = withTimeout(parent, 60_000);
  await world.work("first", ctx);
  abort();
  ({ ctx, abort } = withTimeout(parent, 60_000));
  stops.push(abort);
  void world.safeWork("second", ctx).catch(() => "cut off");
}

export async function run(world: World): Promise<void> {
  try {
    await load(world.loke, world);
  } finally {
    await world.idle();
    for (const stop of stops.splice(0)) stop();
  }
}
