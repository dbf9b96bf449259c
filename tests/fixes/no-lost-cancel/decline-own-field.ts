// decline: what is put into a private field may give what has no `finally`
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

class Users {
  readonly #world: World;

  #fetchUser = async (ctx: Context): Promise<string> => await this.#world.work("load", ctx);

  constructor(world: World, fetchUser?: (ctx: Context) => Promise<string>) {
    this.#world = world;
    if (fetchUser) this.#fetchUser = fetchUser;
  }

  async load(parent: Context): Promise<string> {
    const { ctx, abort } = withTimeout(parent, 60_000);
    const user = await this.#fetchUser(ctx);
    abort();
    this.#world.say(`loaded ${user}`);
    return user.toUpperCase();
  }
}

export const run = (world: World): unknown => new Users(world).load(world.loke);
