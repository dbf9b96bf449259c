// decline: a subclass may give what has no `finally`
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

export class Users {
  protected readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  async fetchUser(ctx: Context): Promise<string> {
    return await this.world.work("load", ctx);
  }

  async load(parent: Context): Promise<string> {
    const { ctx, abort } = withTimeout(parent, 60_000);
    const user = await this.fetchUser(ctx);
    abort();
    this.world.say(`loaded ${user}`);
    return user.toUpperCase();
  }
}

export const run = (world: World): unknown => new Users(world).load(world.loke);
