// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient declarations cannot be imported
/// <reference path="../../examples/goscript-modules.d.ts" />
import { getEventListeners } from "node:events";

/**
 * @typedef {object} Derived
 * @property {object} kept the child's signal, or the child itself where it has none: what its work holds on to
 * @property {() => void} release
 *
 * @typedef {object} Parent one long-lived context of a library
 * @property {(ms: number) => Derived} derive a child, with a deadline where the library has them
 * @property {() => number} countLinks how many children the parent still holds
 *
 * @typedef {object} Library
 * @property {string} name as a reader of the table knows it
 * @property {boolean} hasTimer
 * @property {() => Promise<Parent>} open
 */

/** @type {Readonly<Record<string, Library>>} */
export const libraries = {
  loke: {
    name: "`@loke/context` `withTimeout`",
    hasTimer: true,
    open: async () => {
      const { background, withAbort, withTimeout } = await import("@loke/context");
      const { ctx: parent } = withAbort(background);
      return fromSignal(parent.signal, (ms) => {
        const { ctx, abort } = withTimeout(parent, ms);
        return { kept: signalOf(ctx), release: abort };
      });
    },
  },
  lokeAbort: {
    name: "`@loke/context` `withAbort`",
    hasTimer: false,
    open: async () => {
      const { background, withAbort } = await import("@loke/context");
      const { ctx: parent } = withAbort(background);
      return fromSignal(parent.signal, () => {
        const { ctx, abort } = withAbort(parent);
        return { kept: signalOf(ctx), release: abort };
      });
    },
  },
  goscript: {
    name: "`goscript` `context.WithTimeout`",
    hasTimer: true,
    open: async () => {
      const { Background, WithCancel, WithTimeout } = await import("@goscript/context/index.js");
      const { Millisecond } = await import("@goscript/time/index.js");
      return fromGo(WithCancel(Background())[0], (parent, ms) => WithTimeout(parent, BigInt(ms) * Millisecond));
    },
  },
  goscriptCancel: {
    name: "`goscript` `context.WithCancel`",
    hasTimer: false,
    open: async () => {
      const { Background, WithCancel } = await import("@goscript/context/index.js");
      return fromGo(WithCancel(Background())[0], (parent) => WithCancel(parent));
    },
  },
  chord: {
    name: "`@earendil-works/chord` `withCancel`",
    hasTimer: false,
    open: async () => {
      const { BACKGROUND_CONTEXT, withCancel } = await import("@earendil-works/chord/context");
      const { context: parent } = withCancel(BACKGROUND_CONTEXT);
      return fromSignal(parent.abortSignal, () => {
        const { context, cancel } = withCancel(parent);
        return { kept: signalOf({ signal: context.abortSignal }), release: cancel };
      });
    },
  },
  chordWaiter: {
    name: "`@earendil-works/chord` `withCancel`, work waiting on the child",
    hasTimer: false,
    open: async () => {
      const { BACKGROUND_CONTEXT, awaitWithContext, withCancel } = await import("@earendil-works/chord/context");
      const { context: parent } = withCancel(BACKGROUND_CONTEXT);
      return fromSignal(parent.abortSignal, () => {
        const { context, cancel } = withCancel(parent);
        awaitWithContext(new Promise(() => {}), context).catch(() => {});
        return { kept: signalOf({ signal: context.abortSignal }), release: cancel };
      });
    },
  },
  inHouse: {
    name: "in-house `{ signal, cleanup }`",
    hasTimer: true,
    open: async () => {
      const { createDeadlineSignal } = await import("../../examples/in-house-signal/deadline-signal.mjs");
      const parent = new AbortController();
      return fromSignal(parent.signal, (ms) => {
        const { signal, cleanup } = createDeadlineSignal(parent.signal, ms);
        return { kept: signal, release: cleanup };
      });
    },
  },
};

/**
 * @param {AbortSignal | undefined} parentSignal
 * @param {Parent["derive"]} derive
 * @returns {Parent}
 */
function fromSignal(parentSignal, derive) {
  const signal = signalOf({ signal: parentSignal });
  return { derive, countLinks: () => getEventListeners(signal, "abort").length };
}

/** @param {{ signal?: AbortSignal | undefined }} context */
function signalOf({ signal }) {
  if (signal === undefined) throw new Error("the context has no signal");
  return signal;
}

/**
 * @param {{ children: Set<unknown> }} parent goscript keeps a context's children in a field
 * @param {(parent: object, ms: number) => [object, () => void]} deriveTuple
 * @returns {Parent}
 */
function fromGo(parent, deriveTuple) {
  return {
    derive: (ms) => {
      const [kept, release] = deriveTuple(parent, ms);
      return { kept, release };
    },
    countLinks: () => parent.children.size,
  };
}
