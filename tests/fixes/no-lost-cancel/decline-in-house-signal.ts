// decline: nothing is known of what this release does
// harmless: it lets go of a timer and a listener
import { createDeadlineSignal } from "../drive/in-house.ts";
import type { World } from "../drive/world.ts";

async function download(parent: AbortSignal, world: World): Promise<string> {
  const { signal, cleanup } = createDeadlineSignal(parent, 60_000);
  const answer = await world.work("download", signal);
  cleanup();
  return answer;
}

export const run = (world: World): unknown => download(world.signal, world);
