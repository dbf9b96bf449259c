interface ChatRequest {
  readonly body: string;
  readonly signal: AbortSignal;
  readonly abortSignal?: AbortSignal;
}

export async function givenAlong(request: ChatRequest) {
  const own = new AbortController();
  request.abortSignal?.addEventListener("abort", () => own.abort(), { once: true }); // want discarded: "`request.abortSignal`"
  const response = await fetch("/chat", { body: request.body, method: "POST", signal: own.signal });
  return (await response.json()) as string;
}

export async function ofTheRequest(request: ChatRequest) {
  const own = new AbortController();
  request.signal.addEventListener("abort", () => own.abort(), { once: true }); // ok: it ends with the request
  const response = await fetch("/chat", { body: request.body, method: "POST", signal: own.signal });
  return (await response.json()) as string;
}

export async function ofAnEvent(event: ChatRequest) {
  const own = new AbortController();
  event.abortSignal?.addEventListener("abort", () => own.abort(), { once: true }); // ok: an event is over with its handler
  const response = await fetch("/chat", { body: event.body, method: "POST", signal: own.signal });
  return (await response.json()) as string;
}
