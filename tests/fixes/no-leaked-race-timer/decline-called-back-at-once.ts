// decline: who has failed already calls back before the id is declared
import type { World } from "../drive/world.ts";

interface Waiter {
  done(user: string): void;
  failed(error: Error): void;
}

function load(world: World, waiter: Waiter): void {
  if (!world.yes("is connected")) return waiter.failed(new Error("closed"));
  world.work("load").then(waiter.done, waiter.failed);
}

function within(world: World, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    load(world, {
      done(user) {
        clearTimeout(late);
        resolve(user);
      },
      failed(error) {
        reject(error);
      },
    });
    const late = setTimeout(() => reject(new Error("late")), ms);
    world.say("waits");
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
