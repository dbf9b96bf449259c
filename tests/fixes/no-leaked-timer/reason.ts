// fix
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<void> {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error("too late"));
  }, 60_000);
  await world.work("load", controller.signal);
  clearTimeout(timer);
  world.say("done");
}
