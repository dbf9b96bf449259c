// fix
import { withAbort, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx: scoped, abort: stop } = withAbort(parent);
  try {
    const user = await world.work("load", scoped);
    return user;
  } finally {
    stop();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
