// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

function find(parent: Context, world: World): string {
  const { ctx, abort } = withTimeout(parent, 60_000);
  if (world.yes("cached")) return "from the cache";
  const found = ctx.signal?.aborted ? "nothing" : "something";
  abort();
  return found;
}

export const run = (world: World): unknown => find(world.loke, world);
