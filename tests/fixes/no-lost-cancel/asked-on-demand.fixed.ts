// fix
import { withTimeout } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(world: World, cached: string | undefined): Promise<string> {
  const { ctx, abort } = withTimeout(world.loke, 100);
  try {
    let value = cached;
    value ??= await world.work("load", ctx);
    return value;
  } finally {
    abort();
  }
}

export const run = (world: World): Promise<string> => load(world, world.yes("cached") ? "cached" : undefined);
