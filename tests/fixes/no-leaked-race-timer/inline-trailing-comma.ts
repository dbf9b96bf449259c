// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<unknown> {
  return (await Promise.race([
    world.work("load"),
    new Promise((_, reject) =>
      setTimeout(() => {
        reject(new Error("late"));
      }, 60_000),
    ),
  ])) as unknown;
}

export const run = (world: World): Promise<unknown> => load(world);
