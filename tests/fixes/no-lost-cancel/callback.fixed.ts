// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function loadAll(parent: Context, world: World): Promise<string[]> {
  const settled = await Promise.allSettled(
    ["a", "b"].map(async (id) => {
      const { ctx, abort } = withTimeout(parent, 60_000);
      try {
        const user = await world.work(id, ctx);
        return user;
      } finally {
        abort();
      }
    }),
  );
  return settled.map(({ status }) => status);
}

export const run = (world: World): unknown => loadAll(world.loke, world);
