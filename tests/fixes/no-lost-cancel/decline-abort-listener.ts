// decline: somebody listens, and would be told on the path where nobody was
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  ctx.signal?.addEventListener("abort", () => world.say("shuts down"));
  const user = await world.work("load", ctx);
  abort();
  return user;
}

export const run = (world: World): unknown => load(world.loke, world);
