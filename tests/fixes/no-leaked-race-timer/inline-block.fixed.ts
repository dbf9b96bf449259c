// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<void> {
  const timer = "taken";
  let timer2: ReturnType<typeof setTimeout> | undefined;
  try {
    await Promise.race([
      world.work("load"),
      new Promise<void>((resolve) => {
        timer2 = setTimeout(resolve, 60_000); // a minute
      }),
    ]);
  } finally {
    clearTimeout(timer2);
  }
  world.say(timer);
}

export const run = (world: World): Promise<void> => load(world);
