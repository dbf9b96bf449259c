// fix
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timer2: ReturnType<typeof setTimeout> | undefined;
  return Promise.race([
    world.work("load"),
    new Promise<never>((_, reject): NodeJS.Timeout => (timer = setTimeout(() => reject(new Error("late")), ms))),
    new Promise<never>((_, reject): NodeJS.Timeout => {
      return (timer2 = setTimeout(() => reject(new Error("later")), 2 * ms));
    }),
  ]).finally(() => clearTimeout(timer2)).finally(() => clearTimeout(timer));
}

export const run = (world: World): Promise<string> => within(world, 60_000);
