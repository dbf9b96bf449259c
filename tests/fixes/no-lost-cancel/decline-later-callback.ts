// decline: a callback that runs later asks the context
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  setTimeout(() => world.say(`later ${ctx.signal?.aborted}`), 2);
  const user = await world.work("load", ctx);
  await new Promise((resolve) => setTimeout(resolve, 10));
  abort();
  return user;
}

export async function run(world: World): Promise<string> {
  const outcome = await load(world.loke, world).catch(String);
  await new Promise((resolve) => setTimeout(resolve, 10));
  return outcome;
}
