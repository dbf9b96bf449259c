// fix
import { EventEmitter } from "node:events";
import type { World } from "../drive/world.ts";

/** Opens with the world's work; a listener takes nothing, or says nothing of what it takes. */
class Door extends EventEmitter<{ jammed: [] }> {
  readonly untyped: any = this;

  open(world: World, opened: () => void): void {
    world.work("open").then(opened, () => {
      if (world.yes("jammed")) this.emit("jammed");
      else this.untyped.emit("broken", new Error("broken"));
    });
  }
}

function open(world: World, door: Door, ms: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error("late")), ms);
    door.once("jammed", reject);
    door.untyped.once("broken", reject);
    door.open(world, resolve);
  });
}

export const run = (world: World): Promise<void> => open(world, new Door(), 60_000);
