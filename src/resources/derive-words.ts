/**
 * The names under which functions derive a context, in libraries and in-house alike. What they return must prove the
 * rest, since most functions of these names return a promise or a plain controller.
 */
export const deriveWord: RegExp = /^[wW]ith(?:Cancel|Timeout|Deadline|Abort)(?:Cause|AndCancel)?$/;

/** Names of functions that make a signal with its clean-up: `createTimeoutSignal`, `linkAbort`, `combineSignals`. */
const helperSource =
  String.raw`(?:create|make|build|combine|merge|link(?:ed)?|chain|compose|setup|start|wrap|timeout|deadline|any)` +
  String.raw`(?:\w*(?:Signals?|Abort\w*|Timeout\w*|Deadline\w*)|Context)`;

/** Such a name, whole. */
export const helperWord: RegExp = new RegExp(`^${helperSource}$`);

/** Words that tell of a context in the text of a callee: `parent.createChild`, `setupSignal`, `Context.restore`. */
export const contextualCallee: RegExp = /signal|abort|ctx|context|timeout|deadline|cancel|child|derive|fork|scope/i;

/** Callees that look up what another has made, and hooks, whose clean-up is the framework's. */
export const lookupWord: RegExp =
  /^(?:use|get|find|pop|shift|take|peek|read|load|inject|require|parse|split|match|slice|at|next|select)(?:[A-Z]\w*)?$/;

/** Of those, names that do make something: `getTimeoutSignal`. */
export const makerWord: RegExp = /^get\w*(?:Timeout|Deadline)/;

/** Names of a context or signal: `ctx`, `reqCtx`, `ctxWithCancel`, `childContext`, `signal`, `timeoutSignal`. */
export const valueWord: RegExp =
  /^_?(?:ctx|context|signals?)(?:\d*|[A-Z]\w*)$|^\w*(?:Ctx|Context|Signals?)\d*$|^(?:c|\w*C)ontroller$/;

/** Names of a signal alone, or of the controller that has one. */
export const signalWord: RegExp = /^_?signals?(?:\d*|[A-Z]\w*)$|^\w*Signals?\d*$|^(?:c|\w*C)ontroller$/;

/**
 * Names of what releases a context. A controller is aborted to end the work, not to clean up, and an `abortSignal` or
 * `abortReason` is no function.
 */
export const cancelWord: RegExp =
  /^_?(?:cancel|abort)(?!\w*(?:Signals?|Controllers?|Reason|Error|Promise|Requested)\d*$)(?:[A-Z\d_]\w*)?$/;

/** Names of what releases a signal helper, beside those of `cancelWord`. */
export const cleanupWord: RegExp = /^_?(?:done|cleanup|cleanUp|clear|dispose|stop)(?:[A-Z\d_]\w*)?$/;

/** Names of the id of a timer that aborts a signal: `timeoutId`, `timer`, `abortId`. `clearTimer` is a function. */
export const timerIdWord: RegExp =
  /^_?(?!(?:abort|cancel|clear|dispose|stop)Time(?:r|out)$)(?:\w*[tT]ime(?:r|out)(?:I[dD]|Handle)?|(?:abort|cancel)I[dD])$/;

/** What the names of derives and helpers have in common: each has one of these in it. */
export const derivePieces: readonly string[] = ["Cancel", "Tim", "Deadli", "Abort", "Signal", "Contex"];
