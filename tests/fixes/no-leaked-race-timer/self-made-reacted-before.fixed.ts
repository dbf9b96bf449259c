// fix
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    Promise.resolve(world.work("load")).then(
      (user) => {
        clearTimeout(late);
        resolve(user);
      },
      (error: unknown) => {
        clearTimeout(late);
        reject(error as Error);
      },
    );
    const late = setTimeout(() => reject(new Error("late")), ms);
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
