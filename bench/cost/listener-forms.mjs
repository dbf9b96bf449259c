import { addAbortListener } from "node:events";

/**
 * What an operation does with a signal that outlives it. `item` stands for all that the operation holds; its listener
 * uses it. The result, if any, ends the operation.
 *
 * @typedef {(signal: AbortSignal, item: object) => (() => void) | void} Form
 */

/** @type {Record<string, { readonly title: string, readonly run: Form }>} */
export const forms = {
  forgotten: {
    title: "`addEventListener`",
    run: (signal, item) => signal.addEventListener("abort", () => item),
  },
  once: {
    title: "`addEventListener` with `{ once: true }`",
    run: (signal, item) => signal.addEventListener("abort", () => item, { once: true }),
  },
  removed: {
    title: "`addEventListener`, then `removeEventListener`",
    run(signal, item) {
      const onAbort = () => item;
      signal.addEventListener("abort", onAbort);
      return () => signal.removeEventListener("abort", onAbort);
    },
  },
  option: {
    title: "`addEventListener` with `{ signal: own.signal }`, then `own.abort()`",
    run(signal, item) {
      const own = new AbortController();
      signal.addEventListener("abort", () => item, { signal: own.signal });
      return () => own.abort();
    },
  },
  disposable: {
    title: "`addAbortListener`",
    run: (signal, item) => void addAbortListener(signal, () => item),
  },
  disposed: {
    title: "`addAbortListener`, disposed",
    run(signal, item) {
      const listener = addAbortListener(signal, () => item);
      return () => listener[Symbol.dispose]();
    },
  },
  any: {
    title: "`AbortSignal.any([signal])`",
    run: (signal, item) => void Object.assign(AbortSignal.any([signal]), { item }),
  },
  anyListener: {
    title: "`AbortSignal.any([signal])` with a listener",
    run: (signal, item) => AbortSignal.any([signal]).addEventListener("abort", () => item),
  },
  anyRemoved: {
    title: "`AbortSignal.any([signal])` with a listener, then `removeEventListener`",
    run(signal, item) {
      const any = AbortSignal.any([signal]);
      const onAbort = () => item;
      any.addEventListener("abort", onAbort);
      return () => any.removeEventListener("abort", onAbort);
    },
  },
  anyAborted: {
    title: "`AbortSignal.any([signal, own.signal])` with a listener, then `own.abort()`",
    run(signal, item) {
      const own = new AbortController();
      AbortSignal.any([signal, own.signal]).addEventListener("abort", () => item);
      return () => own.abort();
    },
  },
  anyOnce: {
    title: "the same with `{ once: true }`",
    run(signal, item) {
      const own = new AbortController();
      AbortSignal.any([signal, own.signal]).addEventListener("abort", () => item, { once: true });
      return () => own.abort();
    },
  },
};
