// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function all(parent: Context, world: World): Promise<void> {
  rows: for (const row of [1, 2]) {
    for (const cell of [1, 2]) {
      const { ctx, abort } = withTimeout(parent, 60_000);
      if (cell > 1 && world.yes(`row ${row} is done`)) break rows;
      world.say(`${row} ${cell} ${ctx.signal?.aborted}`);
      abort();
    }
  }
  world.say("done");
}

export const run = (world: World): unknown => all(world.loke, world);
