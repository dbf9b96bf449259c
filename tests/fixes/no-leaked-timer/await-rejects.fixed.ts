// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  try {
    const user = await world.work("load", controller.signal);
    return user;
  } finally {
    clearTimeout(timer);
  }
}

export const run = (world: World): Promise<string> => load(world);
