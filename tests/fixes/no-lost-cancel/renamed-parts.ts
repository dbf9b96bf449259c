// fix
import { withAbort, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx: scoped, abort: stop } = withAbort(parent);
  const user = await world.work("load", scoped);
  stop();
  return user;
}

export const run = (world: World): unknown => load(world.loke, world);
