// decline: what the constant is to be tells the type that is asked for
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function fetchOne<T extends string>(ctx: Context, world: World): Promise<T> {
  return (await world.work("load", ctx)) as T;
}

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user: "ann" | "bob" = await fetchOne(ctx, world);
  abort();
  world.say(`loaded ${user}`);
  return user.toUpperCase();
}

export const run = (world: World): unknown => load(world.loke, world);
