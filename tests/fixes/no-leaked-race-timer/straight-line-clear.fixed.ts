// fix
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), 60_000);
  });
  const user = await Promise.race([world.work("load"), late]).finally(() => clearTimeout(timer));
  return user;
}

export const run = (world: World): Promise<string> => load(world);
