// fix
import type { World } from "../drive/world.ts";

async function within(signal: AbortSignal, world: World): Promise<string> {
  const settled = "the name is taken";
  const settled2 = new AbortController();
  const value = await new Promise<string>((resolve, reject) => {
    // The reason of the abort becomes the error.
    signal.addEventListener("abort", () => {
      reject(new Error("aborted"));
    }, { signal: settled2.signal });
    world.work("load").then(resolve, reject);
  }).finally(() => settled2.abort());
  return `${settled}: ${value}`;
}

export const run = (world: World): Promise<string> => within(world.signal, world);
