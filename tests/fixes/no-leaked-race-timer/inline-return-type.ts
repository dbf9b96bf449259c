// fix
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return Promise.race([
    world.work("load"),
    new Promise<never>((_, reject): NodeJS.Timeout => setTimeout(() => reject(new Error("late")), ms)),
    new Promise<never>((_, reject): NodeJS.Timeout => {
      return setTimeout(() => reject(new Error("later")), 2 * ms);
    }),
  ]);
}

export const run = (world: World): Promise<string> => within(world, 60_000);
