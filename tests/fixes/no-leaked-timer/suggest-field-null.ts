// suggest: "Call `clearInterval(this.#timer)` in `close()`."
import type { World } from "../drive/world.ts";

class Poller {
  #timer: NodeJS.Timeout | null = null;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  start(): void {
    this.#timer = setInterval(() => this.#world.say("late"), 60_000);
  }

  close(): void {
    // The end of it.
    this.#world.say("closed");
  }
}

export async function run(world: World): Promise<void> {
  const poller = new Poller(world);
  poller.start();
  await world.safeWork("page");
  poller.close();
}
