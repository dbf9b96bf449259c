/** Kept in a list, of which the file rejects what it finds. */
export class Locks {
  readonly #pending = new Map<string, PromiseWithResolvers<boolean>>();

  answer(id: string, isLocked: boolean) {
    this.#pending.get(id)?.resolve(isLocked);
  }

  close() {
    for (const entry of this.#pending.values()) entry.reject(new Error("closed"));
  }

  async release(id: string) {
    const pending = Promise.withResolvers<boolean>();
    this.#pending.set(id, pending);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(true), 5000); // want exception: "the `await` on line 20 rejects"
    });
    const isLocked = await Promise.race([pending.promise, late]);
    clearTimeout(timer);
    return isLocked;
  }
}
