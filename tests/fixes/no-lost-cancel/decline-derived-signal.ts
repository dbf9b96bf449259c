// decline: the signal was taken out of the context and given to work that goes on
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const { signal } = ctx;
  const log = world.safeWork("log", signal);
  const user = await world.work("load");
  await log;
  abort();
  return user;
}

export async function run(world: World): Promise<string> {
  const outcome = await load(world.loke, world).catch(String);
  await world.idle();
  return outcome;
}
