// decline: the object keeps the context for its other methods
import { withTimeout, type Context } from "@loke/context";
import type { World } from "../drive/world.ts";

class Session {
  #ctx: Context | undefined;
  readonly world: World;
  constructor(world: World) {
    this.world = world;
  }
  async start(parent: Context): Promise<void> {
    const { ctx, abort } = withTimeout(parent, 60_000);
    this.#ctx = ctx;
    await this.world.work("start", ctx);
    abort();
  }
  ask(): void {
    this.world.say(this.#ctx?.signal?.aborted ? "is over" : "goes on");
  }
}

export async function run(world: World): Promise<string> {
  const session = new Session(world);
  const outcome = await session.start(world.loke).then(() => "started", String);
  session.ask();
  return outcome;
}
