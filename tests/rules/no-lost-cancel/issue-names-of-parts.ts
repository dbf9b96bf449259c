// An `abortSignal` is a signal, and an `abortReason` is told: what releases them has another name.
declare function work(signal: AbortSignal): Promise<string>;
declare function manageSignals(parent: AbortSignal): { abortSignal: AbortSignal; cleanup: () => void; abortReason: string };

export async function released(parent: AbortSignal) {
  const { abortSignal, cleanup } = manageSignals(parent); // ok: in `finally`
  try {
    return await work(abortSignal);
  } finally {
    cleanup();
  }
}

export async function leaks(parent: AbortSignal) {
  const { abortSignal, cleanup } = manageSignals(parent); // want exception: "`cleanup` is not called when the `await` on line 16 rejects"
  const result = await work(abortSignal);
  cleanup();
  return result;
}

export async function noReleaseIsKnown(parent: AbortSignal) {
  const { abortSignal, abortReason } = manageSignals(parent); // ok: it has none
  console.log(abortReason);
  return await work(abortSignal);
}
