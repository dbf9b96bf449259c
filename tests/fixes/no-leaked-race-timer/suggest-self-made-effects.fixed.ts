// suggest: "Clear the timer wherever"
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      world.say("late");
      reject(new Error("late"));
    }, ms);
    world.work("load").then((value: Parameters<typeof resolve>[0]) => { clearTimeout(timer); resolve(value); }, (error?: unknown) => { clearTimeout(timer); reject(error); });
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
