// suggest: "Wrap the rest"
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string> {
  const progress = setInterval(() => world.say("still at it"), 60_000);
  try {
    return await world.work("load");
  } finally {
    clearInterval(progress);
  }
}
