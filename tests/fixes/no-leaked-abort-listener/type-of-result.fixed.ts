// fix
import type { World } from "../drive/world.ts";

function load(signal: AbortSignal, world: World): Promise<string> {
  const settled = new AbortController();
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: settled.signal });
    world.work("load").then((answer) => resolve(answer.toUpperCase()), reject);
  }).finally(() => settled.abort());
}

export const run = (world: World): Promise<string> => load(world.signal, world);
