// decline: the body of a function may declare a function's name twice, a block may not
import { withTimeout } from "@loke/context";

export async function run(world) {
  const { ctx, abort } = withTimeout(world.loke, 60_000);
  await world.work("load", ctx);
  function say(word) {
    world.say(word);
  }
  var say;
  say("loaded");
}
