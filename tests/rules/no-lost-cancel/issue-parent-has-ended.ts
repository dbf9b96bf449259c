// What is derived of a signal that was aborted has ended with it.
import { createAbortRelay, createLinkedSignal } from "./signals";

declare function open(signal: AbortSignal): Promise<string>;

export async function askedBehindIt(parent?: AbortSignal) {
  const relay = createAbortRelay(parent); // ok: nothing is held of a parent that has ended
  if (parent?.aborted) throw new Error("aborted");
  try {
    return await open(relay.signal);
  } finally {
    relay.cleanup();
  }
}

export async function askedOfAnOption(options: { signal: AbortSignal }) {
  const { signal, cleanup } = createLinkedSignal(500, options.signal); // ok: so of a member
  if (options.signal.aborted) return undefined;
  try {
    return await open(signal);
  } finally {
    cleanup();
  }
}

export async function askedOfAnother(parent: AbortSignal, other: AbortSignal) {
  const relay = createAbortRelay(parent); // want early-return: "`relay.cleanup` is not called"
  if (other.aborted) throw new Error("aborted");
  try {
    return await open(relay.signal);
  } finally {
    relay.cleanup();
  }
}

export async function notEnded(parent: AbortSignal) {
  const relay = createAbortRelay(parent); // want early-return: "`relay.cleanup` is not called"
  if (!parent.aborted) return undefined;
  try {
    return await open(relay.signal);
  } finally {
    relay.cleanup();
  }
}

/** Whether a job of the object is done says nothing of it. */
export class Runner {
  readonly job = { done: false };

  async run(parent: AbortSignal) {
    const { signal, cleanup } = createLinkedSignal(500, parent); // want early-return: "`cleanup` is not called"
    if (this.job.done) return undefined;
    try {
      return await open(signal);
    } finally {
      cleanup();
    }
  }
}
