// Where a signal comes from that a call gives, a tool gets, or a list has.
import { AsyncLocalStorage } from "node:async_hooks";

declare function work(signal?: AbortSignal): Promise<string>;
declare function tool<T>(definition: { name?: string; execute: T }): unknown;
declare function register<T>(definition: { queryFn: T }): unknown;
declare function mergeConfigs(...all: readonly (Config | undefined)[]): Config;
declare function run(script: string): Promise<string>;

interface Config {
  readonly signal?: AbortSignal;
}
interface ServerEvent {
  readonly text: string;
}

export class Graph {
  constructor(private readonly config: Config) {}

  async invoke(options?: Config) {
    const merged = mergeConfigs(this.config, options);
    const own = new AbortController();
    merged.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `merged.signal`"
    return await work(own.signal);
  }
}

export const ask = tool({
  execute: async (input: string, { abortSignal }: { abortSignal?: AbortSignal }) => {
    const own = new AbortController();
    abortSignal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `abortSignal`"
    return input + (await work(own.signal));
  },
});

export const query = register({
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort()); // ok: one for each query
    return await work(own.signal);
  },
});

const calls = new AsyncLocalStorage<Config>();
const request = new AsyncLocalStorage<Config>();

export async function inCall() {
  const { signal } = calls.getStore() ?? {};
  const own = new AbortController();
  signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  return await work(own.signal);
}

export async function inRequest() {
  const { signal } = request.getStore() ?? {};
  const own = new AbortController();
  signal?.addEventListener("abort", () => own.abort()); // ok: of one request, as it says
  return await work(own.signal);
}

export function merge(first: AbortSignal, second: AbortSignal): AbortSignal {
  const own = new AbortController();
  for (const each of [first, second]) each.addEventListener("abort", () => own.abort()); // want merged: "stays on `each`"
  return own.signal;
}

export function mergeSome(first?: AbortSignal, second?: AbortSignal): AbortSignal {
  const own = new AbortController();
  [first, second]
    .filter((each) => each !== undefined)
    .forEach((each) => {
      each.addEventListener("abort", () => own.abort()); // want merged: "stays on `each`"
    });
  return own.signal;
}

export function byIndex(signals: readonly AbortSignal[]): AbortSignal {
  const own = new AbortController();
  for (let i = 0; i < signals.length; i++) signals[i]!.addEventListener("abort", () => own.abort()); // want merged: "This listener"
  return own.signal;
}

export function loaded(image: EventTarget, frame: EventTarget): Promise<string> {
  const own = new AbortController();
  for (const each of [image, frame]) each.addEventListener("abort", () => own.abort()); // ok: no signals
  return work(own.signal);
}

/** A function that it calls back with events is no event. */
export async function go({ signal, onEvent }: { signal: AbortSignal; onEvent: (event: ServerEvent) => void }) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  onEvent({ text: await work(own.signal) });
}

export async function handle({ request: { signal } }: { request: Request }) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: of the request
  return await work(own.signal);
}

export async function handleBoth({ signal }: Readonly<Pick<Request, "signal">> | (undefined & object)) {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: of the request, too
  return await work(own.signal);
}

function get(signal?: AbortSignal) {
  return new Promise<string>((resolve) => {
    signal?.addEventListener("abort", () => resolve(""), { once: true }); // want settled: "when `resolve` on line"
    run("a").then(resolve, () => resolve(""));
  });
}
export const getInTime = () => get(AbortSignal.timeout(10));
export { get };

function notGiven(signal?: AbortSignal) {
  return new Promise<string>((resolve) => {
    signal?.addEventListener("abort", () => resolve(""), { once: true }); // ok: the one call gives a timeout
    run("a").then(resolve, () => resolve(""));
  });
}
export const notGivenInTime = () => notGiven(AbortSignal.timeout(10));
