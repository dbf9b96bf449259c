// settings: {"modules": [{"source": "@/lib/context", "like": "go", "foreignParent": "watcher"}, {"source": "@/lib/other", "like": "go"}]}
import { withCancel, withTimeout, withValue, type Context } from "@/lib/context";
import { withCancel as otherCancel } from "@/lib/other";

class Session implements Context {
  constructor(readonly ctx: Context) {}
  done() {
    return this.ctx.done();
  }
}

export const derive = (ctx: Context, session: Session) => [
  withCancel(session), // want watcher: "`Session` (line 5)"
  withTimeout({ ...ctx, user: "ada" }, 500), // want watcher: "this object"
  withTimeout(withValue(session, "user", "ada"), 500), // want watcher: "`Session`"
  withCancel(Object.create(ctx)), // ok: an instance for `instanceof`
  withCancel(ctx), // ok: its own
  otherCancel(session), // ok: what it costs there is not said
];
