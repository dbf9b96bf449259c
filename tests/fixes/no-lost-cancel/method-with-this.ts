// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

class Users {
  #count = 0;
  async load(parent: Context, world: World): Promise<string> {
    const { ctx, abort } = withTimeout(parent, 60_000);
    this.#count += 1;
    const user = await world.work("load", ctx);
    abort();
    return `${user} ${this.#count}`;
  }
  static async one(parent: Context, world: World): Promise<string> {
    return await new this().load(parent, world);
  }
}

export const run = (world: World): unknown => Users.one(world.loke, world);
