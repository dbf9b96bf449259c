// decline: work that was given the context is still running when the await rejects
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const log = world.safeWork("log", ctx);
  const user = await world.work("load", ctx);
  await log;
  abort();
  return user;
}

export const run = (world: World): Promise<string> => load(world.loke, world);
