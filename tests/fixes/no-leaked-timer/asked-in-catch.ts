// fix
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  const controller = new AbortController();
  try {
    const timer = setTimeout(() => controller.abort(), 60_000);
    const user = await world.work("load", controller.signal);
    clearTimeout(timer);
    return user;
  } catch (error) {
    if (controller.signal.aborted) return "too late";
    world.say("failed");
    throw error;
  } finally {
    controller.abort();
  }
}
