// fix
import type { World } from "../drive/world.ts";

async function within(signal: AbortSignal, world: World): Promise<string> {
  return await Promise.race([
    world.work("load"),
    new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  ]);
}

export const run = (world: World): Promise<string> => within(world.signal, world);
