/// <reference path="../../../examples/goscript-modules.d.ts" />
import { ClixContext, GgoodmanContext, GolikeContext, GontextCancel, SixRiverCancel } from "./fakes-by-class.mjs";
import { DenoContext, likegoContext, PuruContext, SablContext, streamixContext } from "./fakes-by-shape.mjs";

/**
 * @typedef {object} Made a context, and what cancels it
 * @property {any} ctx
 * @property {() => void} cancel
 *
 * @typedef {object} Port one library, as far as it is counted
 * @property {string} module by which the catalog has it
 * @property {boolean} real is it the package from npm, or a stand-in?
 * @property {(parent: any) => Made} derive a child; of `undefined`, a long-lived parent
 * @property {(ctx: any) => boolean} isCancelled
 * @property {readonly string[]} methods of a context; a class of the user's forwards them
 * @property {readonly string[]} getters the same, read and not called
 */

/** @returns {Promise<readonly Port[]>} all libraries of the catalog that have a foreign parent */
export async function openPorts() {
  return [...(await realPorts()), ...standIns];
}

/** @returns {Promise<readonly Port[]>} */
async function realPorts() {
  const loke = await import("@loke/context");
  const chord = await import("@earendil-works/chord/context");
  const go = await import("@goscript/context/index.js");
  return [
    {
      module: "@goscript/context/index.js",
      real: true,
      derive: (parent) => {
        const [ctx, cancel] = go.WithCancel(parent ?? go.Background());
        return { ctx, cancel: () => cancel?.() };
      },
      isCancelled: (ctx) => ctx.Err() !== null,
      methods: ["Deadline", "Done", "Err", "Value"],
      getters: [],
    },
    {
      module: "@loke/context",
      real: true,
      derive: (parent) => {
        const { ctx, abort } = loke.withAbort(parent ?? loke.background);
        return { ctx, cancel: abort };
      },
      isCancelled: (ctx) => ctx.signal.aborted,
      methods: [],
      getters: ["signal", "deadline"],
    },
    {
      module: "@earendil-works/chord/context",
      real: true,
      derive: (parent) => {
        const { context, cancel } = chord.withCancel(parent ?? chord.BACKGROUND_CONTEXT);
        return { ctx: context, cancel: () => cancel() };
      },
      isCancelled: (ctx) => ctx.abortSignal.aborted,
      methods: ["value", "toString"],
      getters: ["abortSignal"],
    },
  ];
}

/**
 * @param {(parent: any) => any} make
 * @returns {(parent: any) => Made}
 */
const cancellable = (make) => (parent) => {
  const ctx = make(parent);
  return { ctx, cancel: () => ctx.cancel() };
};

/** @type {readonly Port[]} */
const standIns = [
  {
    module: "gontext",
    real: false,
    derive: cancellable((parent) => new GontextCancel(parent)),
    isCancelled: (ctx) => ctx.err() !== null,
    methods: ["deadline", "done", "err", "value"],
    getters: [],
  },
  {
    module: "@6river/context",
    real: false,
    derive: cancellable((parent) => new SixRiverCancel(parent)),
    isCancelled: (ctx) => ctx.error() !== null,
    methods: ["deadline", "done", "error", "value"],
    getters: [],
  },
  {
    module: "@clix-so/co",
    real: false,
    derive: cancellable((parent) => new ClixContext(parent)),
    isCancelled: (ctx) => ctx.done(),
    methods: ["deadline", "done", "err", "value"],
    getters: ["signal"],
  },
  {
    module: "@ggoodman/context",
    real: false,
    derive: cancellable((parent) => new GgoodmanContext(parent)),
    isCancelled: (ctx) => ctx.error() !== undefined,
    methods: ["error", "onDidCancel", "done"],
    getters: [],
  },
  {
    module: "golikejs/context",
    real: false,
    derive: cancellable((parent) => new GolikeContext(parent)),
    isCancelled: (ctx) => ctx.err() !== undefined,
    methods: ["done", "err"],
    getters: [],
  },
  {
    module: "@dmop/puru",
    real: false,
    derive: cancellable((parent) => new PuruContext(parent)),
    isCancelled: (ctx) => ctx.signal.aborted,
    methods: ["done", "value"],
    getters: ["signal", "deadline", "err"],
  },
  {
    module: "deno-context",
    real: false,
    derive: cancellable((parent) => new DenoContext(parent)),
    isCancelled: (ctx) => ctx.done().aborted,
    methods: ["done", "error", "value"],
    getters: [],
  },
  {
    module: "@sabl/context",
    real: false,
    derive: cancellable((parent) => new SablContext(parent)),
    isCancelled: (ctx) => ctx.canceler.canceled,
    methods: ["value"],
    getters: ["canceler"],
  },
  {
    module: "@epikodelabs/streamix/coroutines",
    real: false,
    derive: cancellable(streamixContext),
    isCancelled: (ctx) => ctx.signal.aborted,
    methods: ["value"],
    getters: ["signal", "done", "reason"],
  },
  {
    module: "@likego/context",
    real: false,
    derive: cancellable(likegoContext),
    isCancelled: (ctx) => ctx.done().aborted,
    methods: ["deadline", "done", "err", "value"],
    getters: [],
  },
];
