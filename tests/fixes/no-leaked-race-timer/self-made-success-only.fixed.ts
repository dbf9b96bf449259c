// fix
import type { World } from "../drive/world.ts";

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("late")), ms);
    work.then((value) => {
      clearTimeout(timer);
      resolve(value);
    }, (error?: unknown) => { clearTimeout(timer); reject(error); });
  });
}

export const run = (world: World): Promise<string> => within(world.work("load"), 60_000);
