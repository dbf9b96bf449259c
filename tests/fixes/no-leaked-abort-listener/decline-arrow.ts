// decline: there is no place for a statement
import type { World } from "../drive/world.ts";

const within = (signal: AbortSignal, world: World): Promise<string> =>
  new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    world.work("load").then(resolve, reject);
  });

export const run = (world: World): Promise<string> => within(world.signal, world);
