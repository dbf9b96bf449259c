// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      world.work("load"),
      new Promise<void>((resolve) => { timer = setTimeout(resolve, 60_000); }).then((): never => {
        throw new Error("late");
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

export const run = (world: World): Promise<string> => load(world);
