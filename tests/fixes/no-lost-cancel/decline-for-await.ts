// decline: the loop may end before the stream that was given the context does
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function* stream(ctx: Context, world: World): AsyncGenerator<string> {
  void world.safeWork("prefetch", ctx).catch(() => "cut off");
  yield await world.work("first", ctx);
}
async function all(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  for await (const item of stream(ctx, world)) world.say(item);
  await world.idle();
  abort();
}

export async function run(world: World): Promise<string> {
  const outcome = await all(world.loke, world).then(() => "all", String);
  await world.idle();
  return outcome;
}
