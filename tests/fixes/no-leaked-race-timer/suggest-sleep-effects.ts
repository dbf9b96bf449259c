// suggest: "Give the timer a `signal`"
import { setTimeout as sleep } from "node:timers/promises";
import type { World } from "../drive/world.ts";

async function load(world: World): Promise<string | void> {
  return await Promise.race([world.work("load"), sleep(60_000).then(() => world.say("late"))]);
}

export const run = (world: World): Promise<string | void> => load(world);
