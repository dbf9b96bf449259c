// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function ask(ctx: Context, world: World): Promise<{ status: number }> {
  await world.work("head", ctx);
  return { status: 200 };
}

async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const { status } = await ask(ctx, world);
  if (status !== 200) console.warn(status);
  abort();
}

export const run = (world: World): unknown => load(world.loke, world);
