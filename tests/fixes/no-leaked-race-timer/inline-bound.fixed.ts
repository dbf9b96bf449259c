// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  // The first of them wins.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const user = await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error("late"));
      }, 60_000);
    }),
  ]).finally(() => clearTimeout(timer)); // or none
  world.say(user);
  return user;
}

export const run = (world: World): Promise<string> => load(world);
