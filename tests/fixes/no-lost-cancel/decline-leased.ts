// decline: a synchronous call was given the context, and may keep it
// harmless: what keeps it here is meant to let go
import type { Context as ChordContext } from "@earendil-works/chord";
import { withCancel } from "@earendil-works/chord/context";
import type { World } from "../drive/world.ts";

async function load(parent: ChordContext, world: World): Promise<string> {
  const { context: child, cancel } = withCancel(parent);
  world.lease(child);
  const user = await world.work("load");
  cancel();
  return user;
}

export const run = (world: World): unknown => load(world.chord, world);
