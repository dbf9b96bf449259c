// suggest: "aborted when the promise settles"
import type { World } from "../drive/world.ts";

function within(signal: AbortSignal, world: World): Promise<string> {
  const settled = new AbortController();
  return new Promise<string>((resolve, reject) => {
    let isOver = false;
    signal.addEventListener("abort", () => {
      isOver = true;
      reject(signal.reason);
    }, { signal: settled.signal });
    world.work("load").then((value) => (isOver ? undefined : resolve(value)), reject);
  }).finally(() => settled.abort());
}

export const run = (world: World): Promise<string> => within(world.signal, world);
