// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  return await Promise.race([
    world.work("load"),
    new Promise<void>((resolve) => setTimeout(resolve, 60_000)).then((): never => {
      throw new Error("late");
    }),
  ]);
}

export const run = (world: World): Promise<string> => load(world);
