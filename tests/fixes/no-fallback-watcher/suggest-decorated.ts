// suggest: "Derive from `bo.ctx`, the context inside."
// changes: the service stops
import { WithCancel } from "@goscript/context/index.js";
import type { GoContext, World } from "../drive/world.ts";

/** Everybody is eve. */
function asEve(made: typeof Backoffer): typeof Backoffer {
  return class extends made {
    override Value(key: unknown) {
      return key === "user" ? "eve" : super.Value(key);
    }
  };
}

@asEve
class Backoffer implements GoContext {
  attempt = 0;
  readonly ctx: GoContext;
  constructor(ctx: GoContext) {
    this.ctx = ctx;
  }
  Deadline() {
    return this.ctx.Deadline();
  }
  Done() {
    return this.ctx.Done();
  }
  Err() {
    return this.ctx.Err();
  }
  Value(key: unknown) {
    return this.ctx.Value(key);
  }
}

function derive(ctx: GoContext) {
  const bo = new Backoffer(ctx);
  return WithCancel(bo);
}

export const run = async (world: World): Promise<unknown> => {
  const [child, cancel] = derive(world.go);
  world.say(`${child.Value("user")} waits`);
  if (world.yes("the service stops")) await world.stop();
  else cancel();
  return child.Err().Error();
};
