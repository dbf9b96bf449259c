// A helper of the file that has the name of one of Node's, and gives the function that removes the listener.
interface Emitter {
  on(name: string, listener: (event: unknown) => void): void;
  off(name: string, listener: (event: unknown) => void): void;
}

function addAbortListener(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (!signal) return () => {};
  signal.addEventListener("abort", listener, { once: true }); // ok: the caller gets the function that removes it
  return () => signal.removeEventListener("abort", listener);
}

export function once(emitter: Emitter, name: string, signal: AbortSignal) {
  return new Promise((resolve, reject) => {
    let remove = () => {};
    const stop = () => {
      remove();
      emitter.off(name, heard);
    };
    const heard = (event: unknown) => {
      stop();
      resolve(event);
    };
    emitter.on(name, heard);
    remove = addAbortListener(signal, () => {
      stop();
      reject(signal.reason);
    }); // ok: removed when the event comes
  });
}

export async function work(run: () => Promise<void>, signal: AbortSignal) {
  const remove = addAbortListener(signal, () => {}); // ok: removed in the end
  try {
    await run();
  } finally {
    remove();
  }
}
