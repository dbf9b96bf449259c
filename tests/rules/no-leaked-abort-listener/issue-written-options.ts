// What an object that is written at the call has under the name that is asked for, and nothing else of it.
declare function work(signal?: AbortSignal): Promise<string>;
declare function onceDone(done: () => void): void;

interface Options {
  readonly signal?: AbortSignal;
  readonly ms?: number;
}

function sleep(init: Options) {
  return new Promise<void>((resolve) => {
    setTimeout(resolve, init.ms);
    init.signal?.addEventListener("abort", () => resolve(), { once: true }); // want settled: "`resolve` on line 12 settles"
  });
}

export async function slow(input: { signal?: AbortSignal }) {
  await sleep({ ms: 3, signal: input.signal });
  return work(input.signal);
}

async function request(url: string, init: { method: string; headers?: object; signal?: AbortSignal }) {
  const own = new AbortController();
  init.signal?.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `init.signal`"
  return url + (await work(own.signal));
}

export async function post(url: string, signal?: AbortSignal) {
  const { length } = await request(url, { method: "POST", signal });
  return length;
}

/** The literal is two calls up. */
async function collect(options: Options) {
  const own = new AbortController();
  options.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `options.signal`"
  return await work(own.signal);
}
const run = async (options: Options) => await collect(options);
export const runAll = (signal: AbortSignal) => run({ ms: 1, signal });

/** One object inside of another. */
async function generate(params: { client: Options }) {
  const own = new AbortController();
  params.client.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `params.client.signal`"
  return await work(own.signal);
}
export const generateAll = (client: Options) => generate({ client });

/** Taken apart two levels deep. */
async function connect({ client: { signal } }: { client: Options }) {
  const own = new AbortController();
  signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  return await work(own.signal);
}
export const connectAll = (signal: AbortSignal) => connect({ client: { signal } });

/** Only under a condition. */
async function maybe(init: Options) {
  const own = new AbortController();
  init.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `init.signal`"
  return await work(own.signal);
}
export const maybeAll = (signal?: AbortSignal) => maybe({ ms: 1, ...(signal ? { signal } : {}) });

export async function copied(options: Options) {
  const all = Object.assign({}, { ms: 3 }, options);
  const own = new AbortController();
  all.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `all.signal`"
  await work(own.signal);
}

async function ofTheCall(init: { prompt: string; abortSignal: AbortSignal }) {
  const child = new AbortController();
  init.abortSignal.addEventListener("abort", () => child.abort()); // ok: the caller makes it, whatever else is given
  return init.prompt + (await work(child.signal));
}
export async function turn(input: { prompt: string; signal: AbortSignal }) {
  const own = new AbortController();
  return await ofTheCall({ prompt: input.prompt, abortSignal: own.signal });
}

async function inTime(init: { parentSignal: AbortSignal; signal: AbortSignal }) {
  const child = new AbortController();
  init.signal.addEventListener("abort", () => child.abort()); // ok: a timeout, beside a parent
  init.parentSignal.addEventListener("abort", () => child.abort()); // want discarded: "stays on `init.parentSignal`"
  return await work(child.signal);
}
export const late = (parentSignal: AbortSignal) => inTime({ parentSignal, signal: AbortSignal.timeout(10) });

async function replaced(init: Options) {
  const child = new AbortController();
  init.signal?.addEventListener("abort", () => child.abort()); // ok: not the one that is spread
  return await work(child.signal);
}
export const replace = (init: Options) => replaced({ ...init, signal: AbortSignal.timeout(10) });

async function unknown(init: Options) {
  const child = new AbortController();
  init.signal?.addEventListener("abort", () => child.abort()); // ok: no call gives one
  return await work(child.signal);
}
export const none = (ms: number) => unknown({ ms });

async function ofOne({ signal }: Options) {
  const child = new AbortController();
  signal?.addEventListener("abort", () => child.abort()); // ok: not in the list of options, but behind a condition
  return await work(child.signal);
}
export const inTimeOnly = (options: Options) =>
  ofOne({ ...(options.ms && { signal: AbortSignal.timeout(options.ms) }) });

async function ofTwo([, secondSignal]: readonly AbortSignal[]) {
  const child = new AbortController();
  secondSignal?.addEventListener("abort", () => child.abort()); // ok: the second is a timeout
  return await work(child.signal);
}
export const both = (signal: AbortSignal) => ofTwo([signal, AbortSignal.timeout(10)]);

function firstOf(first: AbortSignal, ...rest: AbortSignal[]) {
  const own = new AbortController();
  for (const signal of rest) signal.addEventListener("abort", () => own.abort()); // ok: a timeout
  first.addEventListener("abort", () => own.abort()); // want merged: "stays on `first`"
  return own.signal;
}
export const ended = (signal: AbortSignal) => work(firstOf(signal, AbortSignal.timeout(10)));

function anyOf(...signals: AbortSignal[]) {
  const own = new AbortController();
  for (const signal of signals) signal.addEventListener("abort", () => own.abort()); // want merged: "stays on `signal`"
  return own.signal;
}
export const endedByAny = (signal: AbortSignal) => work(anyOf(AbortSignal.timeout(10), signal));

export async function ofRequest(request: Request) {
  const { signal } = request;
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: ends with the request
  await work(own.signal);
}
