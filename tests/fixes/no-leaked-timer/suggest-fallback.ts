// suggest: "Call `clearTimeout(timer)` in a `finally` block around"
import type { World } from "../drive/world.ts";

/** What is left of the time is the limit of the fallback, too. */
export async function run(world: World): Promise<string> {
  const controller = new AbortController();
  try {
    const timer = setTimeout(() => controller.abort(), 60_000);
    const user = await world.work("load", controller.signal);
    clearTimeout(timer);
    return user;
  } catch {
    return await world.work("fallback", controller.signal);
  }
}
