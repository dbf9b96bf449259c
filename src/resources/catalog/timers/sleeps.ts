import type { Resource } from "../../resource.ts";

/** Names of functions that give a promise which is settled after a time: `sleep`, `delayMs`, `timeoutPromise`. */
export const sleepName: RegExp =
  /^(?:sleep|delay|wait|timeout)(?:Async|Promise|(?:For)?(?:Duration|Time|Ms|Millis|Milliseconds|Seconds)?)$|^(?:promise|async|await)(?:Sleep|Delay|Timeout)$|^(?:reject|throw|fail|timeout)(?:After|In)(?:[A-Z]\w*)?$|^(?:delay|timeout)Reject$/;

/** Names of those that are given a signal: `sleepWithAbort`, `abortableDelay`. */
export const abortableSleepName: RegExp =
  /^(?:sleep|delay|wait|timeout)(?:With|Or|Until)(?:Abort|Cancel|Signal)\w*$|^(?:abortable|cancell?able|interruptible)(?:Sleep|Delay|Wait|Timeout)$/;

/** Those of them that may reject when the time is over. */
export const rejectingSleepName: RegExp = /timeout|reject|throw|fail/i;

/** The same ones in a text, before a call. */
export const sleepCalls: RegExp =
  /\b(?:sleep|delay|wait|timeout|promise|async|awaitTimeout|(?:reject|throw|fail)(?:After|In)|abortable|cancell?able|interruptible)\w*(?=\s*(?:<[^();]{1,200}>\s*)?\()/gi;

/** Names of how long: `retryMs`, `POLL_INTERVAL`. */
export const timeName: RegExp =
  /(?:ms|millis|milliseconds|secs?|seconds|minutes|timeout|delay|interval|duration|period|grace|budget|backoff|time)$/i;

/** Names of an end, that is waited for or ends another wait: `exited`, `closePromise`. */
export const endedName: RegExp = /clos(?:e|ed)$|disconnect|end(?:ed)?$|exit|terminat/i;

/** Names of what is there to interrupt. */
export const interruptName: RegExp = /abort|cancel|dispos|done|interrupt|quit|resume|shutdown|skip|stop|wake/i;

/** Names of what ends a wait before its time, so that the wait is what is meant to be first. */
export const wakingName: RegExp = new RegExp(`${endedName.source}|${interruptName.source}`, "i");

/** Names of how long a pause is between two turns. */
export const pauseName: RegExp = /back_?off|delay|interval|pause|period|poll|retry|tick/i;

/** Names of how long something may take. */
export const limitName: RegExp = /timeout|limit|grace|deadline/i;

/** Among the same words, the calls that do the ending: what `server.stop()` gives is over when the work of it is. */
export const endingCall: RegExp =
  /^(?:close|disconnect|dispose|quit|resume|shut[dD]own|stop|terminate)(?!\w*(?:Event|Promise|Requested|Signal)$)(?:[A-Z]|$)/;

/** Names of what only ever fails: beside that alone, the wait is what is meant to be first. */
export const failingName: RegExp = /error|fail|crash|reject/i;

/** A sleep of another file: it is not known whether anything stops it, so it only matters where it loses a race. */
export const importedSleep: Resource = {
  kind: "race-timer",
  from: ["global"],
  acquire: { call: "sleep" },
  expires: true,
  delay: 0,
  release: { by: "argument", of: [] },
  holds: ["timer"],
};
