// fix
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<string | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60_000);
  try {
    if (world.yes("it is cached")) return undefined;
    const user = await world.work("load", controller.signal);
    return user;
  } finally {
    clearTimeout(timer);
  }
}
