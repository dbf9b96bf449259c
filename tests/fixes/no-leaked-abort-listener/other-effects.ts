// suggest: "aborted when the promise settles"
import type { World } from "../drive/world.ts";

function within(signal: AbortSignal, world: World): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    let isOver = false;
    signal.addEventListener("abort", () => {
      isOver = true;
      reject(signal.reason);
    });
    world.work("load").then((value) => (isOver ? undefined : resolve(value)), reject);
  });
}

export const run = (world: World): Promise<string> => within(world.signal, world);
