interface Entry {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

declare const socket: { send(id: string): void };

const pending = new Map<string, Entry>();
const resolvers = new Map<string, (value: unknown) => void>();
const table: Record<string, Entry | undefined> = {};

export function answered(id: string, value: unknown) {
  pending.get(id)?.resolve(value);
  resolvers.get(id)?.(value);
  table[id]?.resolve(value);
}

export function byName(id: string) {
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    socket.send(id);
    setTimeout(() => { // want discarded: "`resolve` on line 20 is first"
      const entry = pending.get(id);
      if (entry) {
        pending.delete(id);
        entry.reject(new Error("late"));
      }
    }, 30_000);
  });
}

export function takenApart(id: string) {
  return new Promise((resolve, reject) => {
    const entry = { resolve, reject };
    pending.set(id, entry);
    socket.send(id);
    setTimeout(() => { // want discarded: "`resolve` on line 34 is first"
      const { reject: fail } = pending.get(id)!;
      fail(new Error("late"));
    }, 30_000);
  });
}

export function inPlace(id: string) {
  return new Promise((resolve, reject) => {
    table[id] = { resolve, reject };
    socket.send(id);
    setTimeout(() => { // want discarded: "`resolve` on line 46 is first"
      table[id]?.reject(new Error("late"));
      delete table[id];
    }, 30_000);
  });
}

export function theFunctionItself(id: string) {
  return new Promise((resolve) => {
    resolvers.set(id, resolve);
    socket.send(id);
    setTimeout(() => { // want discarded: "`resolve` on line 57 is first"
      resolvers.get(id)?.(undefined);
      resolvers.delete(id);
    }, 30_000);
  });
}

export function ofAnother(id: string, other: string) {
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    socket.send(id);
    setTimeout(() => pending.get(other)?.reject(new Error("late")), 30_000); // ok: settles another promise
  });
}

export function forgotten(id: string) {
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    socket.send(id);
    setTimeout(() => pending.delete(id), 30_000); // ok: work of its own, which settles nothing
  });
}
