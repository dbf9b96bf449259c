// suggest: "Call `clearTimeout(timer)` in a `finally` block around"
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  try {
    void world.work("prefetch", controller.signal).catch(() => undefined);
    const user = await world.work("load", controller.signal);
    return user;
  } finally {
    clearTimeout(timer);
  }
}
