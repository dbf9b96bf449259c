// decline: something removes it on one of the ways
import type { World } from "../drive/world.ts";

function within(signal: AbortSignal, world: World): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort);
    world.work("load").then((value) => {
      signal.removeEventListener("abort", onAbort);
      resolve(value);
    }, reject);
  });
}

export const run = (world: World): Promise<string> => within(world.signal, world);
