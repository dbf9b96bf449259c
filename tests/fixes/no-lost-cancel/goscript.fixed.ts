// fix
import * as context from "@goscript/context/index.js";
import * as time from "@goscript/time/index.js";
import type { GoContext, World } from "../drive/world.ts";

async function load(parent: GoContext, world: World): Promise<string> {
  const [ctx, cancel] = context.WithTimeout(parent, 60n * time.Second);
  try {
    const user = await world.work("load", ctx);
    return user;
  } finally {
    cancel();
  }
}

export const run = (world: World): unknown => load(world.go, world);
