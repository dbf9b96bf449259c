// decline: a function that was started and not awaited uses the context
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const prefetch = async (): Promise<string> => await world.safeWork("prefetch", ctx).catch(() => "cut off");
  const fetched = prefetch();
  const user = await world.work("load");
  abort();
  return user + (await fetched).length;
}

export async function run(world: World): Promise<string> {
  const outcome = await load(world.loke, world).catch(String);
  await world.idle();
  return outcome;
}
