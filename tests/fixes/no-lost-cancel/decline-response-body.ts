// decline: the body of the response is read by the caller, under the same context
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

interface Response {
  text: () => Promise<string>;
}
async function open(parent: Context, world: World): Promise<Response> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const head = await world.work("head", ctx);
  if (world.yes("not found")) {
    abort();
    return { text: async () => "" };
  }
  return { text: async () => head + (await world.work("body", ctx)) };
}

export async function run(world: World): Promise<string> {
  const response = await open(world.loke, world);
  return await response.text();
}
