// fix
import type { World } from "../drive/world.ts";

type Id = ReturnType<typeof setTimeout> | undefined;

async function load(world: World): Promise<string> {
  const clock = {
    clearTimeout(id: Id): void {
      clearTimeout(id);
      world.say("cleared");
    },
  };
  let timer: Id;
  const user = await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("late")), 60_000);
    }),
  ]).finally(() => clearTimeout(timer));
  clock.clearTimeout(timer);
  return user;
}

export const run = (world: World): Promise<string> => load(world);
