// suggest: "Call `clearTimeout(timer)` in a `finally` block around"
import type { World } from "../drive/world.ts";

/** What is left of the time is the limit of the fallback, too. */
export async function run(world: World): Promise<string> {
  const controller = new AbortController();
  try {
    const timer = setTimeout(() => controller.abort(), 60_000);
    try {
      const user = await world.work("load", controller.signal);
      return user;
    } finally {
      clearTimeout(timer);
    }
  } catch {
    return await world.work("fallback", controller.signal);
  }
}
