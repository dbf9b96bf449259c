// suggest: "finally"
// changes: cached: yes
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

export const run = (world: World): unknown => load(world.loke, world);
