// suggest: "Call `clearInterval(progress)` in a `finally` block around"
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  const progress = setInterval(() => world.say("still at it"), 60_000);
  try {
    const user = await world.work("load");
    return user;
  } finally {
    clearInterval(progress);
  }
}
