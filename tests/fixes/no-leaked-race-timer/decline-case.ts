// decline: a declaration in a `case` is seen by the others
// harmless: there is nothing to wrap
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  switch (world.yes("is fast")) {
    case true:
      return await Promise.race([
        world.work("load"),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error("late")), 60_000);
        }),
      ]);
    default:
      return "slow";
  }
}

export const run = (world: World): Promise<string> => load(world);
