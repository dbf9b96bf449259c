// fix
import type { World } from "../drive/world.ts";

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`late after ${ms} ms`)), ms);
    }),
  ]);
}

export const run = (world: World): Promise<string> => within(world.work("load"), 60_000);
