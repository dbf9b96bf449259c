// suggest: "in a `finally` block around what follows"
// manual: what the function gives may still need the abort
import type { World } from "../drive/world.ts";

async function load(world: World, signal: AbortSignal): Promise<string> {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort(signal.reason));
  let value = "none";
  try {
    value = await world.work("load");
  } finally {
    world.say(`${value} ${own.signal.aborted}`);
  }
  return value;
}

export const run = (world: World): Promise<string> => load(world, world.signal);
