// decline: whoever has the resolve function settles it elsewhere
// harmless: there is nothing to wrap
import type { World } from "../drive/world.ts";

const waiting: (() => void)[] = [];

function wait(): Promise<void> {
  return new Promise((resolve) => {
    const settlers = { resolve };
    waiting.push(settlers.resolve);
    setTimeout(resolve, 60_000);
  });
}

export async function run(world: World): Promise<void> {
  const waited = wait();
  await world.work("load").finally(() => waiting.pop()?.());
  await waited;
}
