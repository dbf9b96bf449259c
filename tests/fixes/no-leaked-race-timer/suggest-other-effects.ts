// suggest: "Keep the id of the timer"
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  const user = await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) => {
      setTimeout(() => {
        world.say("late");
        reject(new Error("late"));
      }, 60_000);
    }),
  ]);
  return user;
}

export const run = (world: World): Promise<string> => load(world);
