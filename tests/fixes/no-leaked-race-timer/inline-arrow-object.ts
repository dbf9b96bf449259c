// fix
import type { World } from "../drive/world.ts";

const within = <T>(work: Promise<T>, ms: number): { done: Promise<T> } => ({
  done: Promise.race([work, new Promise<never>((_, reject) => setTimeout(reject, ms, new Error("late")))]),
});

export const run = (world: World): Promise<string> => within(world.work("load"), 60_000).done;
