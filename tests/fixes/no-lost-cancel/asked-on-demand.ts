// fix
import { withTimeout } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(world: World, cached: string | undefined): Promise<string> {
  const { ctx, abort } = withTimeout(world.loke, 100);
  let value = cached;
  value ??= await world.work("load", ctx);
  abort();
  return value;
}

export const run = (world: World): Promise<string> => load(world, world.yes("cached") ? "cached" : undefined);
