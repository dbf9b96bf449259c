// fix
import type { World } from "../drive/world.ts";

class LateError extends Error {}

async function load(world: World): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      world.work("load"),
      new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new LateError("late")), 60_000); }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

export const run = (world: World): Promise<string> => load(world);
