// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

class Users {
  #count = 0;
  async load(parent: Context, world: World): Promise<string> {
    const { ctx, abort } = withTimeout(parent, 60_000);
    try {
      this.#count += 1;
      const user = await world.work("load", ctx);
      return `${user} ${this.#count}`;
    } finally {
      abort();
    }
  }
  static async one(parent: Context, world: World): Promise<string> {
    return await new this().load(parent, world);
  }
}

export const run = (world: World): unknown => Users.one(world.loke, world);
