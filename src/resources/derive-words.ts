/** The names under which functions derive a context, in libraries and in-house alike; never a hook (`useSignal`). */
export const deriveWord: RegExp =
  /^(?:[wW]ith(?:Cancel|Timeout|Deadline)(?:Cause|AndCancel)?|create(?:\w*Signal|Context))$/;

/** The same names as part of a text scan. */
export const deriveWordSource: string = String.raw`\b${deriveWord.source.slice(1, -1)}\b`;

/** Names of a context or signal: `ctx`, `reqCtx`, `context`, `childContext`, `signal`, `timeoutSignal`. */
export const valueWord: RegExp = /^(?:_?(?:ctx|context|signal)\d*|\w*(?:Ctx|Context|Signal)\d*)$/;

/** Names of a signal alone. */
export const signalWord: RegExp = /^(?:_?signal\d*|\w*Signal\d*)$/;

/** Names of what releases a context. */
export const cancelWord: RegExp = /^_?(?:cancel|abort)(?:[A-Z\d_]\w*)?$|^\w+(?:Cancel|Abort)$/;

/** Names of what releases a signal helper, beside those of `cancelWord`. */
export const cleanupWord: RegExp = /^_?(?:done|cleanup|cleanUp|clear|dispose|stop)(?:[A-Z\d_]\w*)?$/;
