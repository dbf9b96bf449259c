// All calls of a tool in one run of an agent have the signal of that run.
type Config = { signal?: AbortSignal };
declare class DynamicTool {
  constructor(definition: { name: string; func(input: string, run?: unknown, config?: Config): Promise<string> });
}
declare function tool(run: (input: string, config: Config) => Promise<string>, definition: { name: string }): unknown;
declare function each(run: (input: string, config: Config) => Promise<string>, options: { name: string }): unknown;
declare function load(url: string, signal: AbortSignal): Promise<string>;

export const made = new DynamicTool({
  name: "load",
  func: async (input, _run, config) => {
    const own = new AbortController();
    const outer = config?.signal;
    if (outer?.aborted) own.abort();
    else outer?.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "stays on `outer`"
    return await load(input, own.signal);
  },
});

export const wrapped = tool(
  async (input, { signal }) => {
    const own = new AbortController();
    signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `signal`"
    return await load(input, own.signal);
  },
  { name: "load" },
);

export const other = each(
  async (input, { signal }) => {
    const own = new AbortController();
    signal?.addEventListener("abort", () => own.abort()); // ok: each call may have a signal of its own
    return await load(input, own.signal);
  },
  { name: "load" },
);

type Definition = { name: string; call(input: string, context: Config): Promise<string> };
declare function defineTool(definition: Definition): unknown;
declare function defineRoute(definition: Definition): unknown;

export const called = defineTool({
  name: "load",
  async call(input, context) {
    const own = new AbortController();
    context.signal?.addEventListener("abort", () => own.abort()); // want discarded: "stays on `context.signal`"
    return await load(input, own.signal);
  },
});

export const routed = defineRoute({
  name: "load",
  async call(input, context) {
    const own = new AbortController();
    context.signal?.addEventListener("abort", () => own.abort()); // ok: each call may have a signal of its own
    return await load(input, own.signal);
  },
});
