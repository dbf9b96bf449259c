// decline: a function in the block is called from outside of it
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  world.say(name("user"));
  const { ctx, abort } = withTimeout(parent, 60_000);
  const user = await world.work("load", ctx);
  function name(of) {
    return `the ${of}`;
  }
  abort();
  return user;
}

export const run = (world) => load(world.loke, world);
