// decline: the cases of a `switch` share one block
import { withTimeout } from "@loke/context";

async function load(parent, world) {
  const kind = world.yes("new") ? "new" : "old";
  switch (kind) {
    case "new":
      const { ctx, abort } = withTimeout(parent, 60_000);
      let user = await world.work("load", ctx);
      abort();
      return user;
    default:
      user = "old";
      return user;
  }
}

export const run = (world) => load(world.loke, world);
