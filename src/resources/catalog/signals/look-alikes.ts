/**
 * What is passed in place of an `AbortSignal`: a copy (`{ ...signal }`), an object made of one
 * (`Object.create(signal)`), an object or a class that only has `aborted`, one with listeners of its own, a `Proxy`.
 */
export type LookAlike = "copy" | "derived" | "bare" | "own" | "proxy";

/**
 * What becomes of it, on every version of Node.js that the plugin knows: `throws` a TypeError; `lost`: the event of its
 * abort never arrives, or it throws; `free`: some version takes it as a signal, and there it works.
 */
export type LookAlikeConsequence = "throws" | "lost" | "free";

/** A function or class of the platform that takes a signal. */
export interface SignalConsumer {
  /** The modules it comes from, without `node:`; a global without any; a method of any object for `"method"`. */
  readonly from: readonly string[] | "global" | "method";
  readonly names: readonly string[];
  /** How it takes the signal: as the option `signal`, in a list, or as its first argument. */
  readonly takes: "option" | "list" | "argument";
  readonly gives: Readonly<Record<LookAlike, LookAlikeConsequence>>;
}

/** It listens for the abort: anything with listeners will do, on versions that check no more than that. */
const listens: SignalConsumer["gives"] = {
  copy: "throws",
  derived: "free",
  bare: "throws",
  own: "free",
  proxy: "free",
};

/** It looks at `aborted` from time to time. */
const polls: SignalConsumer["gives"] = { ...listens, bare: "free" };

/** It keeps the signals it depends on in places that only real ones have. */
const links: SignalConsumer["gives"] = { copy: "throws", derived: "lost", bare: "lost", own: "lost", proxy: "free" };

/**
 * What takes a signal, each with what becomes of a look-alike. All of it is run by `tests/consequences/platform`, on
 * Node.js 20, 22 and 24.
 */
export const signalConsumers: readonly SignalConsumer[] = [
  { from: "global", names: ["AbortSignal.any"], takes: "list", gives: links },
  { from: "global", names: ["fetch", "Request"], takes: "option", gives: listens },
  { from: "method", names: ["addEventListener", "pipeTo"], takes: "option", gives: listens },
  {
    from: ["timers/promises"],
    names: ["setTimeout", "setImmediate", "setInterval", "scheduler.wait"],
    takes: "option",
    gives: listens,
  },
  { from: ["events"], names: ["once", "on"], takes: "option", gives: listens },
  { from: ["events"], names: ["addAbortListener"], takes: "argument", gives: listens },
  { from: ["util"], names: ["aborted"], takes: "argument", gives: listens },
  { from: ["stream"], names: ["addAbortSignal"], takes: "argument", gives: listens },
  { from: ["stream"], names: ["Readable", "Writable", "finished"], takes: "option", gives: listens },
  { from: ["stream/promises"], names: ["pipeline", "finished"], takes: "option", gives: listens },
  { from: ["fs"], names: ["watch", "createReadStream"], takes: "option", gives: listens },
  { from: ["fs"], names: ["readFile"], takes: "option", gives: polls },
  { from: ["fs/promises"], names: ["watch"], takes: "option", gives: listens },
  { from: ["fs/promises"], names: ["readFile", "writeFile"], takes: "option", gives: polls },
  { from: ["child_process"], names: ["spawn", "fork", "exec", "execFile"], takes: "option", gives: listens },
  { from: ["http", "https"], names: ["request", "get"], takes: "option", gives: listens },
  { from: ["net"], names: ["connect", "createConnection"], takes: "option", gives: listens },
  { from: ["dgram"], names: ["createSocket"], takes: "option", gives: listens },
  { from: ["readline"], names: ["createInterface"], takes: "option", gives: listens },
];
