// decline: `ask` settles the promise before the id is declared
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const ask = () => {
      if (!world.yes("is there")) return;
      resolve("there");
    };
    ask();
    const late = setTimeout(() => reject(new Error("late")), ms);
    const finish = () => {
      clearTimeout(late);
      resolve("loaded");
    };
    world.work("load").then(finish, () => world.say("failed"));
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
