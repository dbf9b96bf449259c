// decline: the consumer has the context, and goes on with it after it leaves the generator
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

function* contexts(parent: Context): Generator<Context> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  yield ctx;
  abort();
}

export async function run(world: World): Promise<void> {
  for (const ctx of contexts(world.loke)) {
    void world.safeWork("log", ctx).catch(() => "cut off");
    if (world.yes("enough")) break;
  }
  await world.idle();
}
