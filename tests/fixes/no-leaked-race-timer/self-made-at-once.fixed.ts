// fix
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (world.yes("is done")) return resolve("done");
    const timer = setTimeout(() => reject(new Error("late")), ms);
    if (world.yes("is cached")) {
      clearTimeout(timer);
      resolve("cached");
      return;
    }
    world
      .work("load")
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
