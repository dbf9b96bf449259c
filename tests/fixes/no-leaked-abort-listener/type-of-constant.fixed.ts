// fix
import type { World } from "../drive/world.ts";

async function load(signal: AbortSignal, world: World): Promise<string> {
  const settled = new AbortController();
  const answer: string = await new Promise<string>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: settled.signal });
    world.work("load").then(resolve, reject);
  }).finally(() => settled.abort());
  return answer.toUpperCase();
}

export const run = (world: World): Promise<string> => load(world.signal, world);
