declare function report(url: string): void;
declare class Late extends Error {}

export async function inCatch(url: string) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), 1000); // ok: nobody else aborts, so it has fired
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (own.signal.aborted) throw new Error("late");
    clearTimeout(timer);
    throw error;
  }
}

export async function inFinally(url: string) {
  const own = new AbortController();
  const { signal } = own;
  const timer = setTimeout(own.abort.bind(own), 1000); // ok: as above
  try {
    return (await fetch(url, { signal })).status;
  } finally {
    if (!signal.aborted) clearTimeout(timer);
  }
}

export async function byItsReason(url: string) {
  const own = new AbortController();
  const timer = setTimeout(() => { // ok: as above
    report(url);
    own.abort(new Late());
  }, 1000);
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (own.signal.reason instanceof Late) return 0;
    clearTimeout(timer);
    throw error;
  }
}

export async function byTheError(url: string) {
  const own = new AbortController();
  const { signal } = own;
  const timer = setTimeout(() => own.abort(), 1000); // ok: the work has no other signal
  try {
    const response = await fetch(url, { signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if ((error as Error).name === "AbortError") return 0;
    clearTimeout(timer);
    throw error;
  }
}

export async function byTheReasonItself(run: (signal: AbortSignal) => Promise<string>) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(new Late()), 1000); // ok: as above
  try {
    const text = await run(own.signal);
    clearTimeout(timer);
    return text;
  } catch (error) {
    if (error === own.signal.reason) return "";
    clearTimeout(timer);
    throw error;
  }
}

export async function abortedByTwo(url: string, stop: Promise<void>) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), 1000); // want early-return: "the return at line 84"
  void stop.then(() => own.abort());
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (own.signal.aborted) return 0;
    clearTimeout(timer);
    throw error;
  }
}

export async function byTheSameFunction(url: string, outer: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  const timer = setTimeout(abort, 1000); // want early-return: "the return at line 100"
  outer.addEventListener("abort", abort, { once: true });
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (own.signal.aborted) return 0;
    clearTimeout(timer);
    throw error;
  } finally {
    outer.removeEventListener("abort", abort);
  }
}

export async function bySomebodyElse(url: string, register: (controller: AbortController) => void) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), 1000); // want early-return: "the return at line 117"
  register(own);
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (own.signal.aborted) return 0;
    clearTimeout(timer);
    throw error;
  }
}

export async function mergedWithAnother(url: string, outer: AbortSignal) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), 1000); // want early-return: "the return at line 131"
  try {
    const response = await fetch(url, { signal: AbortSignal.any([outer, own.signal]) });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if ((error as Error).name === "AbortError") return 0;
    clearTimeout(timer);
    throw error;
  }
}

export async function otherWay(url: string) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(), 1000); // want early-return: "the return at line 145"
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (!own.signal.aborted) return 0;
    clearTimeout(timer);
    throw error;
  }
}

export async function byAnyError(url: string) {
  const own = new AbortController();
  const timer = setTimeout(() => own.abort(new Error("late")), 1000); // want early-return: "the return at line 159"
  try {
    const response = await fetch(url, { signal: own.signal });
    clearTimeout(timer);
    return response.status;
  } catch (error) {
    if (error instanceof Error) return 0;
    clearTimeout(timer);
    throw error;
  }
}
