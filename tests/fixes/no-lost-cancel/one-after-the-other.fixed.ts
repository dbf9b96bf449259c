// fix
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

async function load(parent: Context, world: World): Promise<void> {
  const first = withTimeout(parent, 60_000);
  try {
    await world.work("first", first.ctx);
  } finally {
    first.abort();
  }
  const second = withTimeout(parent, 60_000);
  try {
    await world.work("second", second.ctx);
  } finally {
    second.abort();
  }
}

export const run = (world: World): unknown => load(world.loke, world);
