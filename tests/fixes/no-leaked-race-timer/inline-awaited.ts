// fix
import type { World } from "../drive/world.ts";

class LateError extends Error {}

async function load(world: World): Promise<string> {
  return await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) => setTimeout(() => reject(new LateError("late")), 60_000)),
  ]);
}

export const run = (world: World): Promise<string> => load(world);
