// fix
import type { World } from "../drive/world.ts";

const within = <T>(work: Promise<T>, ms: number): { done: Promise<T> } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return ({
    done: Promise.race([work, new Promise<never>((_, reject) => { timer = setTimeout(reject, ms, new Error("late")); })]).finally(() => clearTimeout(timer)),
  });
};

export const run = (world: World): Promise<string> => within(world.work("load"), 60_000).done;
