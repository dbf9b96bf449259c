import type { Resource } from "../../resource.ts";

/** A listener on a signal: it stays until the abort, or until the same function is removed. `once` changes nothing. */
export const abortListener: Resource = {
  kind: "listener",
  from: ["global"],
  acquire: { method: "addEventListener" },
  release: { by: "argument", of: ["removeEventListener"] },
  holds: ["parent"],
  traits: { idempotent: true, stateless: true },
};

/** `addAbortListener(signal, listener)` of Node.js gives a disposable that removes the listener. */
export const disposableAbortListener: Resource = {
  kind: "listener",
  from: ["events", "node:events"],
  acquire: { call: "addAbortListener" },
  release: { by: "method", names: ["[Symbol.dispose]"] },
  holds: ["parent"],
  traits: { idempotent: true, stateless: true },
};

/**
 * Names of what stands for one request or event: its signal ends with it. `extra` is what a server of the Model Context
 * Protocol gives its handlers beside the arguments.
 */
export const perRequest: RegExp =
  /^(?:turn|call|req|request|raw|event|evt|ev|e|res|response|extra)$|(?:Req|Request|Event)$/;

/** Names of what is asked of somebody, if it is no request of the platform: those have a `signal`. */
export const askedRequest: RegExp = /^req(?:uest)?$|(?:Req|Request)$/;

/** The name of a signal that a request of the platform does not have: somebody has put it there. */
export const givenSignal = "abortSignal";

/** Names of signals that came from further out than what they are a member of. */
export const outerSignal: RegExp = /^(?:caller|external|outer|parent|shutdown|upstream)(?:Abort)?Signal$/;

/** Names of signals that end with the request they are called after. */
export const requestSignal: RegExp = /^req(?:uest)?(?:Abort)?Signal$/;

/** Types of contexts that a framework makes for one call. */
export const perCallType: RegExp =
  /\b(?:\w*(?:Handler|Server|Request|Call|Event|Loader|Action)\w*Context|Request|RequestHandlerExtra|\w+Event)\b/;

/** Names of functions that end something: what stands in them is meant to take away. */
export const ending: RegExp =
  /^(?:clean|dispose|tear|unsub|unlisten|unbind|unregister|detach|remove|release|stop|finish|destroy|off|close|kill|end|cancel|disconnect|shutdown|terminate)/i;

/** Names of functions that may abort the signal of somebody else. */
export const mayAbort: RegExp =
  /^(?:abort|cancel|clean|close|destroy|dispose|end|finish|kill|shutdown|stop|tear|terminate)/i;

/** Functions that complete the options they are given: the signal in what they give is the caller's. */
export const optionsMaker: RegExp =
  /^(?:assign|complete|default|ensure|extract|merge|normali[sz]e|omit|parse|pick|prepare|resolve|sanitize|split|unpack|validate|with)\w*(?:Configs?|Options|Opts|Params|Args|Init|Settings|Defaults)$/;

/** Functions that make one signal of those they are given, as `AbortSignal.any` does. */
export const signalMerger: RegExp = /^(?:any|chain|combine|compose|join|link|merge|race)\w*Signals?$/;

/** What makes a tool of what it is given: the signal that the tool executes with is the same for a whole run. */
export const toolMaker: RegExp = /^(?:\w+T|t)ool$/;

/** Events behind which nothing more comes: what listens for one is always called in the end. */
export const lastEvents: RegExp = /^(?:close|closed|exit|end|finish|disconnect|loadend|aborted)$/;

/** Events that answer one request (`XMLHttpRequest`, `FileReader`, an image, a database): it is over with each. */
export const answers: RegExp = /^(?:abort|error|load|success|timeout)$/;

/** What options call the functions that one call answers with, in lower case and without `on`. */
export const answersOfCall: RegExp =
  /^(?:abort|cancel|complete|done|end|error|fail|failed|failure|finish|load|loadend|success|timeout)$/;

/** Names of functions whose answer says that something is open, and goes on. */
export const opening: RegExp = /(?:connect|create|listen|observe|open|serve|socket|start|stream|subscribe|watch)/i;

/** Methods of the controller of a stream behind which nothing more comes. */
export const endsStream: RegExp = /^(?:close|error|terminate)$/;

/** Names of methods that start what goes on until it is stopped. */
export const starting: RegExp = /^(?:listen|start|serve|watch|subscribe|observe|register)/;
