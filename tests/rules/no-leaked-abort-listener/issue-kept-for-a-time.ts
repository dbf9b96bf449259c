// What is put into a collection and taken out again in the end does not outlive the function.
interface Updates {
  add(run: unknown): void;
  remove(run: unknown): void;
  delete(run: unknown): void;
}
interface Client {
  updates: Updates;
  call(name: string): Promise<string>;
}
declare const sessions: Map<string, unknown>;
declare const registry: Updates;
declare function one(id: string, signal: AbortSignal): Promise<string>;
declare function share(all: unknown): void;

export async function signIn(client: Client, signal: AbortSignal) {
  const own = { resolve() {} };
  const onUpdate = () => own.resolve();
  client.updates.add(onUpdate);
  signal.addEventListener("abort", () => { // want discarded: "when the work is done"
    client.updates.remove(onUpdate);
    own.resolve();
  });
  try {
    return await client.call("user");
  } finally {
    client.updates.remove(onUpdate);
  }
}

export async function session(id: string, signal: AbortSignal) {
  const own = new AbortController();
  sessions.set(id, own);
  signal.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
  try {
    return await one(id, own.signal);
  } finally {
    sessions.delete(id);
  }
}

export async function each(ids: string[], signal: AbortSignal) {
  const all = new Map<string, AbortController>();
  for (const id of ids) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "when the work is done"
    all.set(id, own);
  }
  return await Promise.all(ids.map((id) => one(id, all.get(id)!.signal)));
}

export async function takenBackAtTheAbort(id: string, signal: AbortSignal) {
  const own = new AbortController();
  sessions.set(id, own);
  signal.addEventListener("abort", () => { // ok: the session lives on
    own.abort();
    sessions.delete(id);
  });
  await one(id, own.signal);
}

export async function anotherIsTakenBack(id: string, signal: AbortSignal, next: string) {
  const own = new AbortController();
  sessions.set(id, own);
  signal.addEventListener("abort", () => own.abort()); // ok: the session lives on
  try {
    return await one(id, own.signal);
  } finally {
    sessions.delete(next);
    registry.delete(id);
  }
}

export async function takenBackBefore(id: string, signal: AbortSignal) {
  const own = new AbortController();
  try {
    await one(id, own.signal);
  } finally {
    sessions.delete(id);
  }
  sessions.set(id, own);
  signal.addEventListener("abort", () => own.abort()); // ok: the session lives on
  await one(id, own.signal);
}

export async function returned(ids: string[], signal: AbortSignal) {
  const all: AbortController[] = [];
  for (const id of ids) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // ok: the caller has them
    all.push(own);
    await one(id, own.signal);
  }
  return all;
}

export async function shared(ids: string[], signal: AbortSignal) {
  const all = new Set<AbortController>();
  share(all);
  for (const id of ids) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // ok: somebody else has them
    all.add(own);
    await one(id, own.signal);
  }
}

export async function handedOut(ids: string[], signal: AbortSignal) {
  const all = new Map<string, AbortController>();
  for (const id of ids) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // ok: the caller gets one of them
    all.set(id, own);
    await one(id, own.signal);
  }
  return all.get(ids[0]!);
}

export async function inAClosure(ids: string[], signal: AbortSignal) {
  const all = new Map<string, AbortController>();
  for (const id of ids) {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // ok: the caller can end them
    all.set(id, own);
    await one(id, own.signal);
  }
  return { stop: (id: string) => all.get(id)?.abort() };
}

export class Renderer {
  private current: AbortController | undefined;

  async render(id: string, signal?: AbortSignal) {
    this.current?.abort();
    const own = new AbortController();
    this.current = own;
    signal?.addEventListener("abort", () => own.abort()); // want discarded: "when the work is done"
    try {
      await one(id, own.signal);
    } finally {
      if (this.current === own) this.current = undefined;
    }
  }

  async start(id: string, signal?: AbortSignal) {
    const own = new AbortController();
    this.current = own;
    signal?.addEventListener("abort", () => own.abort()); // ok: the object keeps it
    await one(id, own.signal);
  }

  async startOther(id: string, other: Renderer, signal?: AbortSignal) {
    const own = new AbortController();
    other.current = own;
    signal?.addEventListener("abort", () => own.abort()); // ok: the other keeps it
    try {
      await one(id, own.signal);
    } finally {
      this.current = undefined;
    }
  }
}
