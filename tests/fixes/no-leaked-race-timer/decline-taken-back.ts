// decline: the function that is given away is taken back, by what it is
import type { World } from "../drive/world.ts";

class Bell {
  readonly #waiting = new Set<() => void>();

  heard(world: World, ms: number): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.#waiting.add(resolve);
      setTimeout(() => reject(new Error("late")), ms);
      world.work("load").catch((error: unknown) => {
        this.#waiting.delete(resolve);
        world.say(`${this.#waiting.size} left`);
        reject(error);
      });
    });
  }

  ring(): void {
    for (const wake of this.#waiting) wake();
  }
}

export async function run(world: World): Promise<void> {
  const bell = new Bell();
  const heard = bell.heard(world, 60_000);
  if (world.yes("rings")) bell.ring();
  await heard;
}
