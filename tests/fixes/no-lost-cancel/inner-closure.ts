// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const names = ["a", "b"].map((name) => {
    return `${name} of two`;
  });
  const user = await world.work(names.join(), ctx);
  abort();
  return user;
}

export const run = (world: World): unknown => load(world.loke, world);
