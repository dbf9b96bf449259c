// suggest: "Wrap the rest of the block"
import { withTimeout } from "@loke/context";
import type { World } from "../drive/world.ts";

/** Hoisted, the second `id` would hide the first one where that is returned. */
export async function run(world: World): Promise<string> {
  const id = "cached";
  const { ctx, abort } = withTimeout(world.loke, 60_000);
  if (world.yes("cached")) return id;
  try {
    const id = await world.work("load", ctx);
    return id;
  } finally {
    abort();
  }
}
