// suggest: "Call `clearTimeout(timer)` in a `finally` block around"
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  const timer = setTimeout(() => world.say("it takes long"), 60_000);
  const user = await world.work("load");
  clearTimeout(timer);
  return user;
}
