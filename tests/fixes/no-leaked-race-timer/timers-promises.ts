// fix
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string | undefined> {
  const user = await Promise.race([world.work("load"), sleep(60_000, undefined)]);
  await Promise.race([
    world.work("show"),
    sleep(60_000).then((): never => {
      throw new Error("late");
    }),
  ]);
  return user;
}

export const run = (world: World): Promise<string | undefined> => load(world);
