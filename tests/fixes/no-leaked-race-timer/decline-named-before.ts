// decline: `failed` is given away before the id is declared
import { EventEmitter } from "node:events";
import type { World } from "../drive/world.ts";

function within(world: World, ms: number): Promise<string> {
  const events = new EventEmitter();
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      events.off("user", done);
      reject(error);
    };
    const done = (user: string) => {
      clearTimeout(late);
      events.off("failed", failed);
      resolve(user);
    };
    events.once("user", done);
    events.once("failed", failed);
    if (!world.yes("is connected")) events.emit("failed", new Error("closed"));
    world.work("load").then(
      (user) => events.emit("user", user),
      (error: unknown) => events.emit("failed", error),
    );
    const late = setTimeout(() => reject(new Error("late")), ms);
    world.say("waits");
  });
}

export const run = (world: World): Promise<string> => within(world, 60_000);
