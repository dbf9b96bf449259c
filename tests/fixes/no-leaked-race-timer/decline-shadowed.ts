// decline: `clearTimeout` is something else here
// harmless: there is nothing to wrap
import type { World } from "../drive/world.ts";

async function load(world: World, clearTimeout: string): Promise<string> {
  world.say(clearTimeout);
  return await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("late")), 60_000);
    }),
  ]);
}

export const run = (world: World): Promise<string> => load(world, "clear");
