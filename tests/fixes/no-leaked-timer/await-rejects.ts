// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  const user = await world.work("load", controller.signal);
  clearTimeout(timer);
  return user;
}

export const run = (world: World): Promise<string> => load(world);
