// suggest: "Clear the timer wherever"
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      world.say("late");
      reject(new Error("late"));
    }, ms);
    world.work("load").then(resolve, reject);
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
