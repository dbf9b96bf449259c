// fix
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    world
      .work("load")
      .then((user) => {
        world.say(user);
        resolve(user);
      })
      .catch((error: unknown) => reject(error as Error));
    setTimeout(() => reject(new Error("late")), ms);
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
