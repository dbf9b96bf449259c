// suggest: "Call `clearInterval(this.timer)` before the next timer."
import type { World } from "../drive/world.ts";

class Poller {
  private timer = null as NodeJS.Timeout | null;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  start(): void {
    this.timer = setInterval(() => this.world.say("often"), 60_000);
    this.world.say("started");
    this.timer = setInterval(() => this.world.say("seldom"), 120_000);
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }
}

export async function run(world: World): Promise<void> {
  const poller = new Poller(world);
  poller.start();
  await world.safeWork("page");
  poller.close();
}
