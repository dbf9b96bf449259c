// A helper that is kept whole may be given what it shall end with. Its other methods are not known.
import { createAbortRelay, createTimeoutSignal } from "./signals";

declare function open(signal: AbortSignal): Promise<ReadableStream>;
declare function work(signal: AbortSignal): Promise<string>;

export async function attached(parent: AbortSignal) {
  const relay = createAbortRelay(parent); // ok: it ends with the stream from then on
  let stream: ReadableStream;
  try {
    stream = await open(relay.signal);
  } catch (error) {
    relay.cleanup();
    throw error;
  }
  relay.attach(stream);
  return stream;
}

export async function attachedIfThere(parent: AbortSignal | undefined) {
  const relay = parent ? createAbortRelay(parent) : undefined; // ok: attached where it was made
  try {
    const stream = await open(relay!.signal);
    relay?.attach(stream as object);
    return stream;
  } catch (error) {
    relay?.cleanup();
    throw error;
  }
}

export async function attachedInALoop(parent: AbortSignal) {
  const relay = createAbortRelay(parent); // ok: attached behind the loop
  let stream: ReadableStream;
  for (;;) {
    try {
      stream = await open(relay.signal);
      break;
    } catch (error) {
      if (parent.aborted) {
        relay.cleanup();
        throw error;
      }
    }
  }
  relay.attach(stream);
}

export async function attachedTooLate(parent: AbortSignal) {
  const relay = createAbortRelay(parent); // want exception: "`relay.cleanup` is not called"
  const stream = await open(relay.signal);
  relay.attach(stream);
  if (stream.locked) relay.cleanup();
}

export async function told() {
  const timeout = createTimeoutSignal({ ms: 500 }); // want exception: "`timeout.clear` is not called"
  timeout.extend(500);
  await work(timeout.signal);
  timeout.clear();
}

export async function asked() {
  const timeout = createTimeoutSignal({ ms: 500 }); // want exception: "`timeout.clear` is not called"
  timeout.start();
  await work(timeout.signal);
  timeout.clear();
}
