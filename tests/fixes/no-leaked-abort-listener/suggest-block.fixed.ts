// suggest: "in a `finally` block around what follows"
// manual: what the function gives may still need the abort
import type { World } from "../drive/world.ts";

async function load(world: World, options: { signal?: AbortSignal }): Promise<string> {
  const own = new AbortController();
  // The caller may give up.
  const ended = new AbortController();
  if (options.signal) {
    if (options.signal.aborted) own.abort(options.signal.reason);
    else options.signal.addEventListener("abort", () => own.abort(options.signal?.reason), { once: true, signal: ended.signal });
  }

  try {
    own.signal.throwIfAborted();
    const value = await world.work("load");
    return value;
  } finally {
    ended.abort();
  }
}

export const run = (world: World): Promise<string> => load(world, { signal: world.signal });
