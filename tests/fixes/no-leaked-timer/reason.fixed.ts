// fix
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<void> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error("too late"));
  }, 60_000);
  try {
    await world.work("load", controller.signal);
  } finally {
    clearTimeout(timer);
  }
  world.say("done");
}
