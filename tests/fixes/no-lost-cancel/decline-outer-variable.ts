// decline: the context is in a variable that others read
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

let current: Context | undefined;
async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  current = ctx;
  await world.work("load", ctx);
  abort();
}

export async function run(world: World): Promise<string> {
  const outcome = await load(world.loke, world).then(() => "loaded", String);
  return `${outcome} ${current?.signal?.aborted}`;
}
