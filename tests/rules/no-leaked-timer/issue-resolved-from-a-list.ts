/** Kept in a list, of which the file resolves what it finds and rejects nothing. */
export class Locks {
  readonly #pending = new Map<string, PromiseWithResolvers<boolean>>();

  answer(id: string, isLocked: boolean) {
    this.#pending.get(id)?.resolve(isLocked);
  }

  async release(id: string) {
    const pending = Promise.withResolvers<boolean>();
    this.#pending.set(id, pending);
    const timer = setTimeout(() => pending.resolve(true), 5000); // ok: whoever has it resolves it
    return pending.promise.then((isLocked) => {
      clearTimeout(timer);
      return isLocked;
    });
  }

  async fail() {
    throw await Promise.reject(new Error("failed"));
  }
}

/** The promise is given to somebody, who may do anything with it. */
export async function given(keep: (pending: PromiseWithResolvers<boolean>) => void) {
  const pending = Promise.withResolvers<boolean>();
  keep(pending);
  const timer = setTimeout(() => pending.resolve(true), 5000); // want exception: "rejects"
  return pending.promise.then((isLocked) => {
    clearTimeout(timer);
    return isLocked;
  });
}
