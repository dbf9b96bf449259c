// fix
import type { World } from "../drive/world.ts";

async function load(world: World, signal: AbortSignal): Promise<string> {
  return await world.work("load", signal);
}

export async function run(world: World): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(controller.abort.bind(controller), 60_000);
  const user = await load(world, controller.signal);
  clearTimeout(timer);
  world.say(user);
  return user.trim();
}
