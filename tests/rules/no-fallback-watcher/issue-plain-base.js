import { WithCancel } from "@goscript/context/index.js";
import { Base } from "./base.js";

// The parser of plain JavaScript gives a class no list of what it implements.
class Extending extends Base {
  Done() {
    return this.inner.Done();
  }
}

export const extending = (ctx) => WithCancel(new Extending(ctx)); // ok: the base may be one that is known

class Plain {
  constructor(ctx) {
    this.ctx = ctx;
  }
  Done() {
    return this.ctx.Done();
  }
}

export const plain = (ctx) => WithCancel(new Plain(ctx)); // want watcher: "`Plain` (line 13)"
