// decline: which part is taken is asked of the context, behind the work and before the release
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function fetchUser(ctx: Context, world: World): Promise<{ name: string; true: string; false: string }> {
  return { name: await world.work("load", ctx), true: "aborted", false: "none" };
}

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const { name, [`${ctx.signal?.aborted === true}` as const]: problem } = await fetchUser(ctx, world);
  abort();
  world.say(`loaded ${name}: ${problem}`);
  return name.toUpperCase();
}

export const run = (world: World): unknown => load(world.loke, world);
