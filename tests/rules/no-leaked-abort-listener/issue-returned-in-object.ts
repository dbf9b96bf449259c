// What a listener stops may be in an object that has a name and is returned.
declare function open(signal: AbortSignal): Promise<Response>;

export async function iterator(signal: AbortSignal) {
  const controller = new AbortController();
  let reader: ReadableStreamDefaultReader | undefined;
  signal.addEventListener("abort", () => { // ok: the reader goes on in what is returned
    if (reader) void reader.cancel();
    else controller.abort();
  });
  const response = await open(controller.signal);
  reader = response.body!.getReader();
  const stream = {
    next: async () => (controller.signal.aborted ? undefined : reader!.read()),
  };
  return { status: response.status, stream };
}

export async function named(signal: AbortSignal) {
  const controller = new AbortController();
  signal.addEventListener("abort", () => controller.abort()); // ok: so with a list
  const response = await open(controller.signal);
  const both = [response, controller] as const;
  return both;
}

export async function inItself(signal: AbortSignal) {
  const controller = new AbortController();
  signal.addEventListener("abort", () => controller.abort()); // want discarded: "stays on `signal`"
  const options = { signal: controller.signal };
  const response = await open(options.signal);
  return response.status;
}
