// suggest: "instead of the listener, for the body too"
// manual: whether an abort before the call should count is for a person to say
import type { World } from "../drive/world.ts";

function request(url: string, signal: AbortSignal): Promise<Response> {
  const controller = new AbortController();
  signal.addEventListener("abort", () => controller.abort(), { once: true });
  return fetch(url, { signal: controller.signal });
}

/** A response whose body is read later, and cut off when its signal is aborted until then. */
function answer(world: World, signal: AbortSignal): Response {
  const text = async (): Promise<string> => {
    const read = await world.safeWork("body");
    if (signal.aborted) throw new Error("the body is aborted");
    return read;
  };
  return { ok: true, text } as unknown as Response;
}

export async function run(world: World): Promise<string> {
  globalThis.fetch = async (_, init) => {
    await world.work("head");
    return answer(world, init!.signal!);
  };
  const caller = new AbortController();
  const isAborted = world.yes("the caller aborts while the body is read");
  const response = await request("https://example.org", isAborted ? caller.signal : world.signal);
  const body = response.text();
  caller.abort();
  return await body;
}
