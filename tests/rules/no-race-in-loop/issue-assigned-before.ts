declare function use(value: unknown): void;

export async function assigned(it: AsyncIterator<string>, signal?: AbortSignal) {
  let aborted: PromiseWithResolvers<never> | undefined;
  if (signal) {
    aborted = Promise.withResolvers<never>();
    signal.addEventListener("abort", () => aborted!.reject(signal.reason), { once: true });
  }
  while (true) {
    const next = it.next();
    const result = aborted ? await Promise.race([next, aborted.promise]) : await next; // want reaction: "aborted"
    if (result.done) break;
    use(result.value);
  }
}

export async function onACondition(it: AsyncIterator<string>, signal?: AbortSignal) {
  const aborted = signal ? Promise.withResolvers<never>() : undefined;
  signal?.addEventListener("abort", () => aborted!.reject(signal.reason), { once: true });
  while (true) {
    const result = await Promise.race([it.next(), ...(aborted ? [aborted.promise] : [])]); // want reaction: "aborted"
    if (result.done) break;
    use(result.value);
  }
}

export async function assignedPromise(it: AsyncIterator<string>, listen: (stop: () => void) => void) {
  let stopped: Promise<{ done: true; value: undefined }> | undefined;
  if (listen) stopped = new Promise((resolve) => { stop = () => resolve({ done: true, value: undefined }); });
  let stop: () => void = () => {};
  while (stopped) {
    const result = await Promise.race([it.next(), stopped]); // want reaction: "stopped"
    if (result.done) break;
    use(result.value);
  }
  listen(stop);
}

export async function eachTurn(it: AsyncIterator<string>) {
  let failed = Promise.withResolvers<never>();
  while (true) {
    const result = await Promise.race([it.next(), failed.promise]); // ok: another one in each turn
    if (result.done) break;
    failed = Promise.withResolvers<never>();
  }
}

export async function byAFunction(it: AsyncIterator<string>) {
  let failed: PromiseWithResolvers<never> | undefined;
  const begin = () => {
    failed = Promise.withResolvers<never>();
  };
  while (true) {
    begin();
    const result = await Promise.race([it.next(), failed!.promise]); // ok: another one in each turn
    if (result.done) break;
  }
}
