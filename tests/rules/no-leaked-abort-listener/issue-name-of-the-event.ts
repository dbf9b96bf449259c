// The event by the name of a constant, or with types around it.
import { eventOfOthers } from "./events.js";
declare function work(signal: AbortSignal): Promise<string>;
const ABORT = "abort";
const CLOSE = "close";
const events = { abort: "abort" } as const;

export async function inAConstant(signal: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener(ABORT, abort); // want exception: "`await` on line 12 rejects"
  const text = await work(own.signal);
  signal.removeEventListener(ABORT, abort);
  return text;
}

export async function withATypeAround(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener("abort" as const, () => own.abort()); // want discarded: "stays on `signal`"
  return await work(own.signal);
}

export async function removed(signal: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener("abort", abort); // ok: each way removes it
  try {
    return await work(own.signal);
  } finally {
    signal.removeEventListener(ABORT, abort);
  }
}

export async function removedByAnyName(signal: AbortSignal, isOther: boolean) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener("abort", abort); // ok: the events are the abort, as far as the file shows
  try {
    return await work(own.signal);
  } finally {
    if (isOther) signal.removeEventListener(eventOfOthers, abort);
    else signal.removeEventListener(events.abort, abort);
  }
}

export async function removedForAnother(signal: AbortSignal) {
  const own = new AbortController();
  const abort = () => own.abort();
  signal.addEventListener("abort", abort); // want never-released: "stays on `signal`"
  try {
    return await work(own.signal);
  } finally {
    signal.removeEventListener(CLOSE, abort);
  }
}

export async function hearsAnother(signal: AbortSignal) {
  const own = new AbortController();
  signal.addEventListener(CLOSE, () => own.abort()); // ok: no abort
  signal.addEventListener(eventOfOthers, () => own.abort()); // ok: perhaps no abort
  return await work(own.signal);
}
