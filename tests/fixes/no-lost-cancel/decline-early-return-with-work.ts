// decline: the early return leaves work behind that was given the context
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const log = world.safeWork("log", ctx);
  if (world.yes("cached")) return "from the cache";
  await log;
  abort();
  return "loaded";
}

export async function run(world: World): Promise<string> {
  const result = await load(world.loke, world);
  await world.idle();
  return result;
}
