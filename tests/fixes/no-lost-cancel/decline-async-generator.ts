// decline: work started for the consumer goes on when it leaves
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function* pages(parent: Context, world: World): AsyncGenerator<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  void world.safeWork("prefetch", ctx).catch(() => "cut off");
  yield "first";
  await world.idle();
  abort();
}

export async function run(world: World): Promise<void> {
  await world.consume(pages(world.loke, world));
  await world.idle();
}
