// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  // The first of them wins.
  const user = await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) =>
      setTimeout(() => {
        reject(new Error("late"));
      }, 60_000),
    ),
  ]); // or none
  world.say(user);
  return user;
}

export const run = (world: World): Promise<string> => load(world);
