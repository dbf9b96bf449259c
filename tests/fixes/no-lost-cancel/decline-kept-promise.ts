// decline: the promise is awaited by the caller
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

const jobs: Promise<string>[] = [];
async function load(parent: Context, world: World): Promise<void> {
  const { ctx, abort } = withTimeout(parent, 60_000);
  jobs.push(world.safeWork("job", ctx));
  await world.work("load");
  await Promise.all(jobs);
  abort();
}

export async function run(world: World): Promise<string> {
  jobs.length = 0;
  const outcome = await load(world.loke, world).then(() => "loaded", String);
  await Promise.allSettled(jobs);
  return outcome;
}
