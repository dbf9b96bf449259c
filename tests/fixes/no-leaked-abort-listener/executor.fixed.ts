// fix
import type { World } from "../drive/world.ts";

function within(signal: AbortSignal, world: World): Promise<string> {
  const settled = new AbortController();
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: settled.signal });
    world.work("load").then(resolve, reject);
  }).finally(() => settled.abort());
}

export const run = (world: World): Promise<string> => within(world.signal, world);
