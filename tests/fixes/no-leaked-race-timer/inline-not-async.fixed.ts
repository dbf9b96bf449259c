// fix
import type { World } from "../drive/world.ts";

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`late after ${ms} ms`)), ms);
    }),
  ]).finally(() => clearTimeout(timer));
}

export const run = (world: World): Promise<string> => within(world.work("load"), 60_000);
