// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function* stream(ctx: Context, world: World): AsyncGenerator<string> {
  yield await world.work("first", ctx);
  yield await world.work("second", ctx);
}
async function all(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  for await (const item of stream(ctx, world)) {
    world.say(item);
    if (world.yes("enough")) break;
  }
  abort();
}

export const run = (world: World): Promise<void> => all(world.loke, world);
