// fix
import type { World } from "../drive/world.ts";

function within(signal: AbortSignal, world: World): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    world.work("load").then(resolve, reject);
  });
}

export const run = (world: World): Promise<string> => within(world.signal, world);
