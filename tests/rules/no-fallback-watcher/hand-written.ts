interface Parent {
  done(): Promise<void>;
  err(): Error | undefined;
  onCancel(callback: () => void): void;
  off(callback: () => void): void;
  canceler: Parent;
}

export class Child {
  error?: Error | undefined;
  constructor(parent?: Parent) {
    if (!parent) return;
    parent.done().then(() => { // want hand-written: "Each child waits on `parent`"
      this.cancel(parent.err());
    });
  }
  cancel(error?: Error) {
    this.error = error;
  }
}

export function withCancel(parent: Parent) {
  const child = new Child();
  const cancel = () => child.cancel();
  void parent.done().then(() => cancel()); // want hand-written: "no cancel ends that"
  return [child, cancel] as const;
}

export function toSignal(ctx: Parent) {
  const controller = new AbortController();
  ctx.done().then(() => controller.abort(ctx.err())); // want hand-written: "`ctx`"
  return controller.signal;
}

export function withCallback(parent: Parent) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const canceler = parent.canceler;
  canceler.onCancel(abort); // want hand-written: "`canceler`"
  return [controller.signal, abort] as const;
}

export function takenBack(parent: Parent) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  parent.onCancel(abort); // ok: the cancel below takes it back
  return [
    controller.signal,
    () => {
      parent.off(abort);
      abort();
    },
  ] as const;
}

// One for the life of the program: nobody gets a child.
export function serve(ctx: Parent, server: { close(): void; listen(): void }) {
  ctx.done().then(() => server.close()); // ok: the server is not made here
  server.listen();
}

export async function main(ctx: Parent) {
  const controller = new AbortController();
  ctx.done().then(() => controller.abort()); // ok: nothing is given to the caller
  await fetch("/", { signal: controller.signal });
}

export function wait(ctx: Parent) {
  return ctx.done().then(() => "over"); // ok: the promise is the caller's
}

export function logged(ctx: Parent) {
  const lines: string[] = [];
  ctx.done().then(() => lines.push("over")); // ok: ends nothing
  return lines;
}

export function ownParent() {
  const parent = new Child() as unknown as Parent;
  const controller = new AbortController();
  parent.done().then(() => controller.abort()); // ok: the parent ends with its child
  return controller.signal;
}
