import { addAbortListener } from "node:events";

declare function work(): Promise<void>;

export async function dropped(signal: AbortSignal) {
  addAbortListener(signal, () => {}); // want disposable: "dispose of what `addAbortListener` gives"
  await work();
}

export async function used(signal: AbortSignal) {
  using _ = addAbortListener(signal, () => {}); // ok: disposed at the end of the block
  await work();
}

export async function disposed(signal: AbortSignal) {
  const listener = addAbortListener(signal, () => {}); // ok: disposed of
  try {
    await work();
  } finally {
    listener[Symbol.dispose]();
  }
}

export function returned(signal: AbortSignal) {
  return addAbortListener(signal, () => {}); // ok: the caller disposes of it
}

export async function own() {
  const { signal } = new AbortController();
  addAbortListener(signal, () => {}); // ok: the signal is made here
  await work();
}
