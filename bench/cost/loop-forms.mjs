/** Loops that wait for the next item or the end, in the forms that no-race-in-loop reports and that it suggests. */
import { once } from "node:events";
import { setImmediate as nextTick } from "node:timers/promises";

/**
 * What a loop waits for: the promise of the end, the signal that says it, and the items.
 *
 * @typedef {object} Source
 * @property {Promise<void>} done
 * @property {AbortSignal} signal
 * @property {() => Promise<object>} next
 */

/**
 * One turn of a loop, by the name of its form.
 *
 * @type {Readonly<Record<string, { leaks: boolean, title: string, turn: (source: Source) => Promise<unknown> }>>}
 */
export const forms = {
  done: {
    leaks: true,
    title: "`Promise.race([done, next()])`",
    turn: ({ done, next }) => Promise.race([done, next()]),
  },
  once: {
    leaks: true,
    title: '`Promise.race([once(signal, "abort"), next()])`',
    // eslint-disable-next-line leaks/no-leaked-abort-listener -- what is measured
    turn: ({ signal, next }) => Promise.race([once(signal, "abort"), next()]),
  },
  turnSignal: {
    leaks: false,
    title: "`once` with a `signal` that is aborted after the turn",
    turn: ({ signal, next }) => {
      const turn = new AbortController();
      return Promise.race([once(signal, "abort", { signal: turn.signal }), next()]).finally(() => turn.abort());
    },
  },
  removed: {
    leaks: false,
    title: "a listener that is removed after the turn",
    turn: async ({ signal, next }) => {
      /** @type {() => void} */
      let onAbort = () => {};
      const aborted = new Promise((resolve) => {
        onAbort = () => resolve(undefined);
        signal.addEventListener("abort", onAbort);
      });
      try {
        return await Promise.race([aborted, next()]);
      } finally {
        signal.removeEventListener("abort", onAbort);
      }
    },
  },
  passed: {
    leaks: false,
    title: "the signal is passed on: `next({ signal })`",
    turn: async ({ signal, next }) => {
      await nextTick(undefined, { signal });
      return next();
    },
  },
  poll: {
    leaks: false,
    title: "asked once a turn: `signal.throwIfAborted()`",
    turn: ({ signal, next }) => {
      signal.throwIfAborted();
      return next();
    },
  },
};
