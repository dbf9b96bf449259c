// decline: the one that lost the race is still running
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function first(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const winner = await Promise.race([world.work("one", ctx), world.safeWork("other", ctx)]);
  await world.idle();
  abort();
  return winner;
}

export async function run(world: World): Promise<string> {
  const outcome = await first(world.loke, world).catch(String);
  await world.idle();
  return outcome;
}
