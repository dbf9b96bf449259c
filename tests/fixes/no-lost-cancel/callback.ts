// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function loadAll(parent: Context, world: World): Promise<string[]> {
  const settled = await Promise.allSettled(
    ["a", "b"].map(async (id) => {
      const { ctx, abort } = withTimeout(parent, 60_000);
      const user = await world.work(id, ctx);
      abort();
      return user;
    }),
  );
  return settled.map(({ status }) => status);
}

export const run = (world: World): unknown => loadAll(world.loke, world);
