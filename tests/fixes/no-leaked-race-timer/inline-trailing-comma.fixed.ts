// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return (await Promise.race([
      world.work("load"),
      new Promise((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error("late"));
        }, 60_000);
      }),
    ])) as unknown;
  } finally {
    clearTimeout(timer);
  }
}

export const run = (world: World): Promise<unknown> => load(world);
