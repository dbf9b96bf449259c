// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const child = withTimeout(parent, 60_000);
  const user = await world.work("load", child.ctx);
  child.abort();
  return user;
}

export const run = (world: World): unknown => load(world.loke, world);
