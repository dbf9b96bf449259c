// suggest: "Give the timer a `signal`"
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string | void> {
  const controller = new AbortController();
  return await Promise.race([world.work("load"), sleep(60_000, undefined, { signal: controller.signal }).then(() => world.say("late"))]).finally(() => controller.abort());
}

export const run = (world: World): Promise<string | void> => load(world);
