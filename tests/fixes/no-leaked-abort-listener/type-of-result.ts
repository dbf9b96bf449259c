// fix
import type { World } from "../drive/world.ts";

function load(signal: AbortSignal, world: World): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    world.work("load").then((answer) => resolve(answer.toUpperCase()), reject);
  });
}

export const run = (world: World): Promise<string> => load(world.signal, world);
