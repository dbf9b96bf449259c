declare const service: { stop(): void };
declare const source: { dispose(): void };
declare const controller: AbortController;
declare function work(signal?: AbortSignal): Promise<string>;

export async function overwrites(signal: AbortSignal) {
  signal.onabort = () => service.stop(); // want replaced: "Line 9 sets `signal.onabort` again"
  void work();
  signal.onabort = () => source.dispose();
  await work(signal);
}

export function ofController() {
  controller.signal.onabort = () => service.stop(); // want replaced: "`controller.signal.onabort` again"
  controller.signal.onabort = service.stop;
}

export async function inTurns(signal: AbortSignal) {
  signal.onabort = () => service.stop(); // ok: it was there while the work was done
  await work(signal);
  signal.onabort = () => source.dispose();
  await work(signal);
}

export function resets(signal: AbortSignal) {
  signal.onabort = () => service.stop(); // ok: it is taken away
  signal.onabort = null;
  signal.onabort = () => source.dispose();
}

export function chains(signal: AbortSignal) {
  signal.onabort = () => service.stop(); // ok: the next one calls it
  const before = signal.onabort;
  signal.onabort = (event) => {
    before?.call(signal, event);
    source.dispose();
  };
}

export function either(signal: AbortSignal, isService: boolean) {
  if (isService)
    signal.onabort = () => service.stop(); // ok: one of the two
  else signal.onabort = () => source.dispose();
}

export function leaves(signal: AbortSignal, isService: boolean) {
  signal.onabort = () => service.stop(); // ok: the function may end before the next one
  if (isService) return;
  signal.onabort = () => source.dispose();
}

export function two(signal: AbortSignal, cancelSignal: AbortSignal) {
  signal.onabort = () => service.stop(); // ok: two signals
  cancelSignal.onabort = () => source.dispose();
}

export function aborts() {
  controller.signal.onabort = () => service.stop(); // ok: the abort runs it
  controller.abort();
  controller.signal.onabort = () => source.dispose();
}

export function ofTransaction(tx: IDBTransaction) {
  tx.onabort = () => service.stop(); // ok: no signal
  tx.onabort = () => source.dispose();
}
