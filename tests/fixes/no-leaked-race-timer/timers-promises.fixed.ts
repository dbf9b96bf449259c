// fix
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string | undefined> {
  const controller = new AbortController();
  const user = await Promise.race([world.work("load"), sleep(60_000, undefined, { signal: controller.signal })]).finally(() => controller.abort());
  const controller2 = new AbortController();
  await Promise.race([
    world.work("show"),
    sleep(60_000, undefined, { signal: controller2.signal }).then((): never => {
      throw new Error("late");
    }),
  ]).finally(() => controller2.abort());
  return user;
}

export const run = (world: World): Promise<string | undefined> => load(world);
