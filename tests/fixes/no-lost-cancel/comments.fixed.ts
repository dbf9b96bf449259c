// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000); // one minute
  try {
    // The user comes from the replica.
    const user = await world.work("load", ctx); // may fail
    // The caller wants a name.
    return user;
  } finally {
    /*
     * A comment with
     *   an indentation of its own.
     */
    abort(); // not needed any more
  }
}

export const run = (world: World): unknown => load(world.loke, world);
