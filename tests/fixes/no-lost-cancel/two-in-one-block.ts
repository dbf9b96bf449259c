// fix
import { withAbort, withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx: outer, abort: abortOuter } = withTimeout(parent, 60_000);
  const { ctx: inner, abort: abortInner } = withAbort(outer);
  const user = await world.work("load", inner);
  abortInner();
  abortOuter();
  return user;
}

export const run = (world: World): unknown => load(world.loke, world);
