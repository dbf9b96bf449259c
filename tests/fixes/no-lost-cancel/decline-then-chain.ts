// decline: the release is in a reaction, and `finally` would come before it
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  return world.work("load", ctx).then((user) => {
    abort();
    return user;
  });
}

export const run = (world: World): unknown => load(world.loke, world);
