// decline: what is written behind a `throw` never runs
// harmless: there is nothing to wrap
import type { World } from "../drive/world.ts";

export async function run(world: World): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, 60_000);
  });
  late.catch(() => {});
  throw new Error("stopped");
  await Promise.race([late, world.work("load")]);
  clearTimeout(timer);
}
