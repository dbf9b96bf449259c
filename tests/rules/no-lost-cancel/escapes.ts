// Ownership leaves the function: somebody else has the cancel now, and the rule is quiet.
import { withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { createContext, withCancel } from "./context";

type Cancel = () => void;
declare function work(ctx: Context): Promise<string>;
declare function run(ctx: Context, cancel: Cancel): Promise<void>;
declare function useEffect(effect: () => void | Cancel): void;
declare class Session {
  constructor(ctx: Context, cancel: Cancel);
  onClose: Cancel;
}
declare const emitter: { on(event: string, listener: () => void): void };

let current: Cancel | undefined;
const cancels: Cancel[] = [];
const tasks = new Map<string, { cancel: Cancel }>();
const open = new Set<Cancel>();

export function returnedInATuple(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: returned
  return [ctx, cancel];
}

export function returnedInAnObject(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: returned
  return { ctx, stop: cancel };
}

export function returnedInAClosure(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: returned
  void work(ctx);
  return () => cancel();
}

export function returnedInAMethod(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: returned
  return {
    ctx,
    close() {
      cancel();
    },
  };
}

export function returnedBare(parent: Context) {
  const { abort } = withAbort(parent); // ok: returned
  return abort;
}

export function returnedWhole(parent: Context) {
  return withTimeout(parent, 500); // ok: returned
}

export const returnedByAnArrow = (parent: Context) => withTimeout(parent, 500); // ok: returned

export function returnedSpread(parent: Context) {
  const handle = withTimeout(parent, 500); // ok: returned
  return { ...handle, startedAt: Date.now() };
}

export function returnedAfterAwhile(parent: Context) {
  const handle = withTimeout(parent, 500); // ok: returned in either case
  const named = { name: "job", handle };
  return Math.random() > 0.5 ? named : [handle];
}

export class Connection {
  cancel?: Cancel;
  #abort?: Cancel;
  ctx?: Context;
  readonly child = withAbort(parentOf(this)); // ok: a field has it

  start(parent: Context) {
    const [ctx, cancel] = withCancel(parent); // ok: a field has it
    this.cancel = cancel;
    return work(ctx);
  }

  restart(parent: Context) {
    [this.ctx, this.cancel] = withCancel(parent); // ok: fields have both
    ({ ctx: this.ctx, abort: this.#abort } = withAbort(parent)); // ok: fields have both
  }

  adopt(parent: Context) {
    const { ctx, abort } = withAbort(parent); // ok: assigned into the object
    Object.assign(this, { ctx, cancel: abort });
  }
}
declare function parentOf(connection: Connection): Context;

export function intoARef(parent: Context, ref: { current: Cancel | null }) {
  const [ctx, cancel] = withCancel(parent); // ok: the ref has it
  ref.current = cancel;
  void work(ctx);
}

export function intoAnOuterVariable(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: a variable of the module has it
  current?.();
  current = cancel;
  void work(ctx);
}

export function straightIntoAnOuterVariable(parent: Context) {
  let ctx: Context;
  [ctx, current] = withCancel(parent); // ok: a variable of the module has it
  void work(ctx);
}

export function intoACollection(parent: Context, id: string) {
  const [first, cancelFirst] = withCancel(parent); // not provable: `first` does not name a context
  cancels.push(cancelFirst);
  const [ctx, cancel] = withCancel(parent); // ok: the map has it
  tasks.set(id, { cancel });
  const { ctx: next, abort } = withAbort(parent); // ok: the set has it
  open.add(abort);
  return [first, ctx, next];
}

export function intoAnElement(parent: Context, slots: Cancel[], index: number) {
  const [ctx, cancel] = withCancel(parent); // ok: the array has it
  slots[index] = cancel;
  void work(ctx);
}

export async function passedAsAnArgument(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the callee has it
  await run(ctx, cancel);
}

export async function passedWhole(parent: Context) {
  const handle = withTimeout(parent, 500); // ok: the callee has it
  await Promise.resolve(handle);
}

export function passedToAConstructor(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the object has it
  return new Session(ctx, cancel);
}

export async function passedInAnObject(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the callee has it
  const job = { ctx, cancel };
  await Promise.resolve(job);
}

export async function atASignal(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the process calls it
  process.once("SIGINT", cancel);
  await work(ctx);
}

export async function afterATime(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the timer calls it
  setTimeout(cancel, 50);
  await work(ctx);
}

export async function inAnEventHandler(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the handler calls it
  emitter.on("close", () => {
    cancel();
  });
  await work(ctx);
}

export async function inANamedHandler(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the handler calls it
  const onClose = () => cancel();
  emitter.on("close", onClose);
  await work(ctx);
}

export function asAHandler(parent: Context, session: Session) {
  const [ctx, cancel] = withCancel(parent); // ok: the session calls it
  session.onClose = cancel;
  void work(ctx);
}

export function effectCleanup(parent: Context) {
  useEffect(() => {
    const [ctx, cancel] = withCancel(parent); // ok: the cleanup of the effect
    void work(ctx);
    return cancel;
  });
  useEffect(() => {
    const { ctx, cancel } = createContext(500); // ok: the cleanup of the effect
    void work(ctx);
    return () => {
      cancel();
    };
  });
}

export function throughAPromise(parent: Context) {
  return new Promise<{ ctx: Context; cancel: Cancel }>((resolve) => {
    const [ctx, cancel] = withCancel(parent); // ok: whoever awaits has it
    resolve({ ctx, cancel });
  });
}

export function* yielded(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: the consumer has it
  yield { ctx, cancel };
}

export function thrown(parent: Context): never {
  const [ctx, cancel] = withCancel(parent); // ok: whoever catches has it
  throw Object.assign(new Error("not now"), { ctx, cancel });
}

export function yieldedLater(parent: Context) {
  const [ctx, cancel] = withCancel(parent); // ok: a generator has it
  return (function* () {
    yield ctx;
    cancel();
  })();
}

export const [exportedContext, exportedCancel] = withCancel(parentOf(undefined as never)); // ok: exported
