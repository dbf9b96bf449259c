// decline: only its author knows whether the work should end
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function work(ctx: Context, world: World): Promise<void> {
  await world.safeWork("log", ctx).catch(() => "cut off");
}

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  void work(ctx, world);
  abort();
  await world.idle();
  return "loaded";
}

export const run = (world: World): unknown => load(world.loke, world);
