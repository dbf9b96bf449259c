// decline: a constant function may have its type parameters from the type written for it
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

type FetchOne = <T extends string>(ctx: Context, world: World) => Promise<T>;

const fetchOne: FetchOne = async (ctx, world) => (await world.work("load", ctx)) as never;

async function load(parent: Context, world: World): Promise<string> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user: "ann" | "bob" = await fetchOne(ctx, world);
  abort();
  world.say(`loaded ${user}`);
  return user.toUpperCase();
}

export const run = (world: World): unknown => load(world.loke, world);
