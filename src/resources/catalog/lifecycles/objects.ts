/**
 * Methods by which code says that an object is over, whatever library it is of: the usual words for it, and those that
 * frameworks and Node.js call: Nest (`onModuleDestroy`), Vue's options, streams (`_destroy`), OpenLayers and what else
 * is built on Closure's `Disposable` (`disposeInternal`).
 */
export const teardownMethods: ReadonlySet<string> = new Set([
  "Symbol.asyncDispose",
  "Symbol.dispose",
  "_destroy",
  "beforeDestroy",
  "beforeUnmount",
  "cleanUp",
  "cleanup",
  "close",
  "componentWillUnmount",
  "deactivate",
  "destroy",
  "destroyed",
  "disconnect",
  "disconnectedCallback",
  "dispose",
  "disposeAsync",
  "disposeInternal",
  "ngOnDestroy",
  "onDestroy",
  "onModuleDestroy",
  "onunload",
  "shutdown",
  "stop",
  "tearDown",
  "teardown",
  "terminate",
  "unmount",
  "unmounted",
]);

/** Classes of a platform that have a teardown even where a class derived from them does not write it. */
export interface ObjectBase {
  readonly extends: readonly string[];
  /** The modules they are imported from. */
  readonly modules: readonly string[];
  readonly source: string;
  readonly tearDown: string;
  /** Methods that run for data and at a good end only: destroying the object passes them by. */
  readonly passedBy: readonly string[];
}

/**
 * Streams of Node.js are destroyed. `_final` and `_flush` run only when they have ended by themselves, and the others
 * when there is data: a stream may be destroyed before.
 */
export const streams: ObjectBase = {
  extends: ["Duplex", "PassThrough", "Readable", "Transform", "Writable"],
  modules: ["stream", "node:stream", "readable-stream"],
  source:
    "Node.js 20.20.2, lib/internal/streams/destroy.js and writable.js; doc/api/stream.md, section for implementers",
  tearDown: "_destroy",
  passedBy: ["_final", "_flush", "_read", "_transform", "_write", "_writev", "final", "flush"],
};

/** Other bases that many derive from, and that know nothing of the timers of those who do. */
export const plainBases: ReadonlySet<string> = new Set(["EventEmitter", "EventEmitter3", "EventTarget"]);

/** Methods that are given a handler for every time an event happens. */
export const listenMethods: ReadonlySet<string> = new Set(["addEventListener", "addListener", "on", "prependListener"]);

/** Events that happen again and again, on one emitter. */
export const repeatingEvents: ReadonlySet<string> = new Set([
  "change",
  "click",
  "connect",
  "connection",
  "data",
  "focus",
  "input",
  "keydown",
  "message",
  "mousemove",
  "online",
  "pointermove",
  "reconnect",
  "resize",
  "scroll",
  "visibilitychange",
]);

/** Of those, the ones that happen once to a connection of its own, and again only where the emitter connects again. */
export const onceEvents: ReadonlySet<string> = new Set(["connect"]);

/**
 * Methods that begin the work of an object, or begin it again: nobody calls them to end it. A `restart()` may end it
 * and begin nothing, as where that is turned off.
 */
export const beginMethod: RegExp =
  /^(?:#|_)*(?:re(?!start))?(?:activate|attempt|begin|boot|connect|init|initialize|launch|listen|login|open|resume|retry|schedule|start)(?![a-z])/i;

/** Events of something that has begun, as they are written: `on("open", …)`, `onopen = …`, `{ onConnect: … }`. */
export const beginEvent: RegExp =
  /^(?:on)?(?:re)?(?:connect|connected|connection|listening|open|opened|ready|start|started)$/i;
