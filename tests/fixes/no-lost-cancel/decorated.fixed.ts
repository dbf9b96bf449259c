// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

function traced(method: (parent: Context, world: World) => Promise<string>): typeof method {
  return method;
}
class Users {
  @traced
  async load(parent: Context, world: World): Promise<string> {
    const { ctx, abort } = withTimeout(parent, 60_000);
    try {
      const user = await world.work("load", ctx);
      return user;
    } finally {
      abort();
    }
  }
}

export const run = (world: World): unknown => new Users().load(world.loke, world);
