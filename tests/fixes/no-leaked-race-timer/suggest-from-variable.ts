// suggest: "Keep the id of the timer"
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("late")), 60_000);
  });
  return await Promise.race([world.work("load"), late]);
}

export const run = (world: World): Promise<string> => load(world);
