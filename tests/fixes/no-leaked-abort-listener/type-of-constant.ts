// fix
import type { World } from "../drive/world.ts";

async function load(signal: AbortSignal, world: World): Promise<string> {
  const answer: string = await new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    world.work("load").then(resolve, reject);
  });
  return answer.toUpperCase();
}

export const run = (world: World): Promise<string> => load(world.signal, world);
