// decline: a class in the block is used outside of it
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const make = () => new User("x");
  const { ctx, abort } = withTimeout(parent, 60_000);
  await world.work("load", ctx);
  class User {
    constructor(name) {
      this.name = name;
    }
  }
  abort();
  return make().name;
}

export const run = (world) => load(world.loke, world);
