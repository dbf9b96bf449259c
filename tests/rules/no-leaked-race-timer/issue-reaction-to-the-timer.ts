declare function work(): Promise<void>;
declare function attempt(): Promise<void>;
declare function use(value: unknown): void;
declare const events: { once(name: string, then: () => void): void };
type Id = ReturnType<typeof setTimeout>;

/** A reaction to the promise of the timer runs once this has fired. */
export async function caught(ms: number) {
  let t: Id | undefined;
  const late = new Promise<void>((_, reject) => {
    t = setTimeout(() => reject(new Error("late")), ms); // want never-released: "`t` is never cleared"
  });
  use(late.catch(() => clearTimeout(t)));
  await Promise.race([work(), late]);
}

export async function behind(ms: number) {
  let t: Id | undefined;
  const late = new Promise<void>((resolve) => {
    t = setTimeout(() => resolve(), ms); // want never-released: "`t` is never cleared"
  });
  const after = late.then(() => use(1)).then(() => clearTimeout(t));
  await Promise.race([work(), late]);
  use(after);
}

export async function finallyOfItself(ms: number) {
  let t: Id | undefined;
  const late = new Promise<never>((_, reject) => {
    t = setTimeout(() => reject(new Error("late")), ms); // want never-released: "`t` is never cleared"
  }).finally(() => clearTimeout(t));
  return await Promise.race([work(), late]);
}

export async function settledByOthersToo(ms: number) {
  let t: Id | undefined;
  const late = new Promise<void>((resolve) => {
    t = setTimeout(() => resolve(), ms); // ok: what comes first clears it
    events.once("ready", resolve);
  }).finally(() => clearTimeout(t));
  await late;
}

export async function ofTheRace(ms: number) {
  let t: Id | undefined;
  const late = new Promise<void>((_, reject) => {
    t = setTimeout(() => reject(new Error("late")), ms); // ok: whoever wins
  });
  await Promise.race([work(), late]).finally(() => clearTimeout(t));
}

/** The work does not reject, so that a `.then` of it always comes, and a `.catch` never. */
export async function thenOfWork(ms: number) {
  let t: Id | undefined;
  const late = new Promise<void>((_, reject) => {
    t = setTimeout(() => reject(new Error("late")), ms); // ok: the work only fulfils
  });
  const safe = attempt().catch(() => {});
  const done = safe.then(() => clearTimeout(t));
  await Promise.race([safe, late]);
  use(done);
}

export async function catchOfWork(ms: number) {
  let t: Id | undefined;
  const late = new Promise<void>((_, reject) => {
    t = setTimeout(() => reject(new Error("late")), ms); // want branch: "not cleared"
  });
  const safe = attempt().catch(() => {});
  const done = safe.catch(() => clearTimeout(t));
  await Promise.race([safe, late]);
  use(done);
}
