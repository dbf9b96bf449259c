// A library of contexts and its wrappers in one file, as programs write them for themselves.
interface Scope {
  done(): Promise<void> | null;
  err(): Error | null;
}

class RootScope implements Scope {
  done() {
    return new Promise<void>(() => {});
  }
  err() {
    return null;
  }
}

class Stoppable implements Scope {
  failure: Error | null = null;
  readonly below = new Set<Stoppable>();
  #end = () => {};
  readonly #done = new Promise<void>((resolve) => (this.#end = resolve));
  constructor(readonly above: Scope) {}
  done() {
    return this.#done;
  }
  err() {
    return this.failure;
  }
  cancel(error: Error | null) {
    this.failure = error;
    this.#end();
    for (const child of this.below) child.cancel(error);
    findKnown(this.above)?.below.delete(this);
  }
}

class Labelled implements Scope {
  constructor(
    readonly above: Scope,
    readonly label: string,
  ) {}
  done() {
    return this.above.done();
  }
  err() {
    return this.above.err();
  }
}

function findKnown(scope: Scope): Stoppable | null {
  let at = scope;
  for (;;) {
    if (at instanceof Stoppable) return at;
    if (at instanceof Labelled) at = at.above;
    else return null;
  }
}

function link(parent: Scope, child: Stoppable) {
  const done = parent.done();
  if (done === null) return;
  const known = findKnown(parent);
  if (known) {
    known.below.add(child);
  } else {
    let isFirst = false;
    void Promise.race([done.then(() => (isFirst = true)), child.done()]).then(() => {
      if (isFirst) child.cancel(parent.err());
    });
  }
}

export function begin(parent: Scope) {
  const child = new Stoppable(parent);
  link(parent, child);
  return [child, () => child.cancel(new Error("stopped"))] as const;
}

export function beginUntil(parent: Scope, ms: number) {
  const [child, stop] = begin(parent); // ok: whatever is given
  const timer = setTimeout(stop, ms);
  return [child, () => (clearTimeout(timer), stop())] as const;
}

class Patient implements Scope {
  attempts = 0;
  constructor(readonly scope: Scope) {}
  done() {
    return this.scope.done();
  }
  err() {
    return this.scope.err();
  }
  again() {
    return begin(this); // want watcher: "`begin` does not know `Patient` (line 84): each child waits on it"
  }
}

class MorePatient extends Patient {}

export const made = (scope: Scope) => begin(new Patient(scope)); // want watcher: "`Patient`"
export const later = (patient: Patient) => beginUntil(patient, 500); // want watcher: "`beginUntil` does not know `Patient`"
export const inherited = (patient: MorePatient) => begin(patient); // want watcher: "`MorePatient`"
export const inside = (patient: Patient) => begin(patient.scope); // ok: the context inside
export const labelled = (scope: Scope) => begin(new Labelled(scope, "a")); // ok: the library looks inside of it
export const own = (scope: Scope) => begin(new Stoppable(scope)); // ok: its own
export const root = () => begin(new RootScope()); // ok: forwards no end
export const aroundRoot = () => begin(new Patient(new RootScope())); // ok: no end to wait for
export const other = (scope: Scope) => begin(scope); // ok: whatever is given
export const copied = (scope: Scope) => begin({ ...scope }); // ok: what a copy does here is not known
