// fix
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    world
      .work("load")
      .then((user) => {
        world.say(user);
        clearTimeout(timer);
        resolve(user);
      })
      .catch((error: unknown) => { clearTimeout(timer); reject(error as Error); });
    timer = setTimeout(() => reject(new Error("late")), ms);
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
