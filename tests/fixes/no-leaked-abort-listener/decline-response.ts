// decline: what the function returns is still read when it has ended
import type { World } from "../drive/world.ts";

async function request(signal: AbortSignal, world: World): Promise<string> {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort());
  return await world.work("load", own.signal);
}

export const run = (world: World): Promise<string> => request(world.signal, world);
