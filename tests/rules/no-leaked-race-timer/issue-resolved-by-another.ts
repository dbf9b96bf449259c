interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}
declare function createDeferred<T>(): Deferred<T>;

interface Flow {
  readonly outcome: Promise<string>;
  readonly finish: (outcome: string) => void;
  readonly answer: Promise<string>;
  readonly fail: (error: Error) => void;
  readonly verdict: Deferred<string>;
  readonly result: Deferred<string>;
}

const flows = new Map<string, Partial<Flow>>();

export function start(id: string) {
  const { promise: outcome, resolve: finish } = createDeferred<string>();
  flows.set(id, { outcome, finish });
}

export function startFailing(id: string) {
  const { promise: answer, reject: fail } = createDeferred<string>();
  flows.set(id, { answer, fail });
}

export function register(id: string, flow: Flow) {
  flows.get(id)?.verdict?.resolve("replaced");
  flows.get(id)?.result?.reject(new Error("replaced"));
  flows.set(id, flow);
}

export async function ofOutcome(flow: Flow, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // ok: the promise was taken without its reject
  });
  const first = await Promise.race([flow.outcome, late]);
  clearTimeout(timer);
  return first;
}

export async function ofAnswer(flow: Flow, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // want exception: "rejects"
  });
  const first = await Promise.race([flow.answer, late]);
  clearTimeout(timer);
  return first;
}

export async function ofVerdict(flow: Flow, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // ok: the file only resolves it
  });
  const first = await Promise.race([flow.verdict.promise, late]);
  clearTimeout(timer);
  return first;
}

export async function ofResult(flow: Flow, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // want exception: "rejects"
  });
  const first = await Promise.race([flow.result.promise, late]);
  clearTimeout(timer);
  return first;
}

export async function ofConstant(emit: (done: (value: string) => void) => void, ms: number) {
  const deferred = createDeferred<string>();
  emit((value) => deferred.resolve(value));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // ok: nobody else has the deferred
  });
  const first = await Promise.race([deferred.promise, late]);
  clearTimeout(timer);
  return first;
}

export async function ofGivenAway(emit: (deferred: Deferred<string>) => void, ms: number) {
  const deferred = createDeferred<string>();
  emit(deferred);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("late"), ms); // want exception: "rejects"
  });
  const first = await Promise.race([deferred.promise, late]);
  clearTimeout(timer);
  return first;
}
