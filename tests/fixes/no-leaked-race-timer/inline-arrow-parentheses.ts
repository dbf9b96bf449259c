// fix
import type { World } from "../drive/world.ts";

// prettier-ignore
const within = <T>(work: Promise<T>, ms: number): Promise<T> => (
  // Whoever is first.
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(reject, ms, new Error("late")))])
);

export const run = (world: World): Promise<string> => within(world.work("load"), 60_000);
