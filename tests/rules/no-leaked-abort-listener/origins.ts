import { shutdown } from "./shutdown.ts";

declare function work(signal?: AbortSignal): Promise<string>;
declare function once(name: string, run: (signal: AbortSignal) => Promise<void>): void;
declare function setUp(): { signal: AbortSignal };
declare function ensureConfig(options: { signal: AbortSignal }): { signal: AbortSignal };

const life = new AbortController();

export async function moduleSignals() {
  const own = new AbortController();
  life.signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `life.signal`"
  shutdown.signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `shutdown.signal`"
  await work(own.signal);
}

export async function fromOptions(options: { signal: AbortSignal; other?: AbortSignal }) {
  const config = ensureConfig(options);
  const { signal } = options;
  const own = new AbortController();
  config.signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `config.signal`"
  signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
  await work(own.signal);
}

export async function unknown() {
  const { signal } = setUp();
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: nobody can tell whose it is
  await work(own.signal);
}

export async function madeHere() {
  const timeout = AbortSignal.timeout(100);
  const own = new AbortController();
  timeout.addEventListener("abort", () => own.abort()); // ok: made here
  await work(own.signal);
}

export async function perRequest(event: { request: Request }, c: { req: { raw: Request } }, request: Request) {
  const own = new AbortController();
  event.request.signal.addEventListener("abort", () => own.abort()); // ok: ends with the request
  c.req.raw.signal.addEventListener("abort", () => own.abort()); // ok: ends with the request
  request.signal.addEventListener("abort", () => own.abort()); // ok: ends with the request
  await work(own.signal);
}

interface HandlerContext {
  signal: AbortSignal;
}

export async function handler(context: HandlerContext) {
  const own = new AbortController();
  context.signal.addEventListener("abort", () => own.abort()); // ok: made for one call
  await work(own.signal);
}

once("job", async (signal) => {
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort()); // ok: whoever calls back makes a signal for each call
  await work(own.signal);
});

export async function own() {
  const controller = new AbortController();
  await linked(controller.signal);
}

async function linked(signal: AbortSignal) {
  const child = new AbortController();
  signal.addEventListener("abort", () => child.abort()); // ok: every call gives it a signal of its own
  await work(child.signal);
}

export class Client {
  readonly #life = new AbortController();
  readonly #signal: AbortSignal;
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }
  async send() {
    const own = new AbortController();
    this.#life.signal.addEventListener("abort", () => own.abort()); // ok: the controller of this object
    this.#signal.addEventListener("abort", () => own.abort()); // want discarded: "stays on `this.#signal`"
    await work(own.signal);
  }
}

export async function upload(xhr: XMLHttpRequest) {
  const own = new AbortController();
  xhr.upload.addEventListener("abort", () => own.abort()); // ok: not a signal
  await work(own.signal);
}

export async function perTurn(turn: { abortSignal: AbortSignal }) {
  const own = new AbortController();
  turn.abortSignal.addEventListener("abort", () => own.abort()); // ok: ends with the turn
  await work(own.signal);
}

declare function splitCallOpts(opts: Options): [unknown, Options];
declare function pickRequestOptions(opts: Options): Options;

interface Options {
  signal?: AbortSignal;
}

export async function splitOptions(opts: Options) {
  const own = new AbortController();
  const [, rest] = splitCallOpts(opts);
  rest.signal?.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `rest.signal`"
  await work(own.signal);
}

export async function pickedOptions(opts: Options) {
  const own = new AbortController();
  const { signal } = pickRequestOptions(opts);
  signal?.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `signal`"
  await work(own.signal);
}

export async function ofRequest(options: { requestSignal?: AbortSignal; otherSignal?: AbortSignal }) {
  const own = new AbortController();
  options.requestSignal?.addEventListener("abort", () => own.abort()); // ok: by its name it is the request's
  options.otherSignal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `options.otherSignal`"
  await fetch("/", { signal: own.signal });
}
