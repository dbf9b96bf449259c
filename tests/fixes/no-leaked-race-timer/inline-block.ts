// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<void> {
  const timer = "taken";
  await Promise.race([
    world.work("load"),
    new Promise<void>((resolve) => {
      setTimeout(resolve, 60_000); // a minute
    }),
  ]);
  world.say(timer);
}

export const run = (world: World): Promise<void> => load(world);
