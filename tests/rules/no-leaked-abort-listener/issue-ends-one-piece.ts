// What a method does for one caller may end without the abort of that caller's signal.
type Handler = (message: string) => void;

export class Subscriptions {
  handlers = new Map<string, Handler>();

  subscribe(topic: string, handler: Handler, signal?: AbortSignal) {
    this.handlers.set(topic, handler);
    signal?.addEventListener("abort", () => this.unsubscribe(topic)); // want unreached: "when `unsubscribe()` has run"
  }

  unsubscribe(topic: string) {
    this.handlers.delete(topic);
  }
}

export class Queries {
  queries: Record<string, { resolve(answer: string): void; reject(error: unknown): void }> = {};
  next = 0;

  ask(signal: AbortSignal): Promise<string> {
    const id = `${this.next++}`;
    return new Promise((resolve, reject) => {
      this.queries[id] = { resolve, reject };
      signal.addEventListener("abort", () => this.abort(id), { once: true }); // want unreached: "when `abort()` has run"
    });
  }

  abort(id: string) {
    this.queries[id]?.reject(new Error("aborted"));
    delete this.queries[id];
  }
}

export class CalledElsewhere {
  #subscribers = new Set<Handler>();

  subscribe(handler: Handler, signal: AbortSignal): void {
    this.#subscribers.add(handler);
    signal.addEventListener("abort", () => this.#remove(handler)); // want unreached: "when `#remove()` has run"
  }

  publish(message: string) {
    for (const each of this.#subscribers) if (message === "end") this.#remove(each);
  }

  #remove(handler: Handler) {
    this.#subscribers.delete(handler);
  }
}

export class OnlyByAbort {
  #subscribers = new Set<Handler>();

  subscribe(handler: Handler, signal: AbortSignal): void {
    this.#subscribers.add(handler);
    signal.addEventListener("abort", () => this.#remove(handler)); // ok: nothing but the abort ends it
  }

  #remove(handler: Handler) {
    this.#subscribers.delete(handler);
  }
}

export class Whole {
  handlers = new Set<Handler>();

  start(handler: Handler, signal: AbortSignal): void {
    this.handlers.add(handler);
    signal.addEventListener("abort", () => this.stop()); // ok: it ends all the object does
  }

  stop() {
    this.handlers.clear();
  }
}

export class HandedEnd {
  handlers = new Set<Handler>();

  subscribe(handler: Handler, signal: AbortSignal): () => void {
    this.handlers.add(handler);
    signal.addEventListener("abort", () => this.unsubscribe(handler)); // ok: the caller is given an end of its own
    return () => this.unsubscribe(handler);
  }

  unsubscribe(handler: Handler) {
    this.handlers.delete(handler);
  }
}

export class Removes {
  ends = new Map<string, () => void>();

  add(id: string, signal: AbortSignal): void {
    const onAbort = () => this.remove(id);
    this.ends.set(id, () => signal.removeEventListener("abort", onAbort));
    signal.addEventListener("abort", onAbort); // ok: what removes it is kept
  }

  remove(id: string) {
    this.ends.get(id)?.();
    this.ends.delete(id);
  }
}

export class NotKept {
  show(text: string, signal: AbortSignal): void {
    console.log(text);
    signal.addEventListener("abort", () => this.cancel(text)); // ok: the object is given nothing to end
  }

  cancel(text: string) {
    console.log("cancelled", text);
  }
}
