// suggest: "Call `clearTimeout(timer)` in a `finally` block around"
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  void world.work("prefetch", controller.signal).catch(() => undefined);
  const user = await world.work("load", controller.signal);
  clearTimeout(timer);
  return user;
}
