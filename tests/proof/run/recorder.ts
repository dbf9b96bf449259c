import { something, type World } from "./world.ts";

type Fn = (...args: unknown[]) => unknown;

/** The `$` of an instrumented program: each call writes its code into the trace of the run. */
export interface Recorder {
  e(code: number, value?: unknown): unknown;
  acquired(code: number, value: unknown): unknown;
  stores(code: number, value: unknown): unknown;
  returns(code: number, value: unknown, own: boolean): unknown;
  truthy(code: number, value: unknown): unknown;
  nullish(code: number, value: unknown): unknown;
  discriminant(key: number, value: unknown): unknown;
  case(code: number, key: number, value: unknown): unknown;
  settle(value: unknown): unknown;
  mark(code: number): [];
  risk(): [];
  holds(fn: Fn, held: () => unknown[]): Fn;
  values(next: number, values: Iterable<unknown>): Iterable<unknown>;
  stream(code: number, next: number, values: AsyncIterable<unknown>): AsyncIterable<unknown>;
  dispose(code: number, resource: Disposable): void;
  disposeAsync(code: number, resource: AsyncDisposable): PromiseLike<void>;
  end(): void;
}

export function record(world: World): Recorder {
  const { ledger, log } = world;
  const discriminants = new Map<number, unknown>();
  return {
    e(code, value) {
      log(code);
      return value;
    },
    acquired(code, value) {
      log(code);
      ledger.claim(code, value);
      return value;
    },
    stores(code, value) {
      log(code);
      ledger.escape(value);
      return value;
    },
    returns(code, value, own) {
      log(code);
      if (own) ledger.escape(value);
      if (own) world.returnedPromise = value instanceof Promise;
      return value;
    },
    truthy(code, value) {
      log(value ? code + 1 : code);
      return value;
    },
    nullish(code, value) {
      log(value == null ? code + 1 : code);
      return value;
    },
    discriminant(key, value) {
      discriminants.set(key, value);
      return value;
    },
    case(code, key, value) {
      log(value === discriminants.get(key) ? code + 1 : code);
      return value;
    },
    mark(code) {
      log(code);
      return [];
    },
    settle: (value) => (value === something ? world.settle(value) : value),
    risk: world.risk,
    holds: (fn, held) => ledger.capture(fn, held),
    *values(next, values) {
      for (const value of values) {
        log(next + 1);
        yield value;
      }
      log(next);
    },
    stream: (code, next, values) => ({
      [Symbol.asyncIterator]() {
        const iterator = values[Symbol.asyncIterator]();
        return {
          async next() {
            const result = await iterator.next();
            log(code);
            log(result.done ? next : next + 1);
            return result;
          },
          return: () => iterator.return!(),
        };
      },
    }),
    dispose(code, resource) {
      log(code);
      resource[Symbol.dispose]();
    },
    disposeAsync(code, resource) {
      log(code);
      return resource[Symbol.asyncDispose]();
    },
    end() {
      world.reachedEnd = true;
    },
  };
}
