/** Names of what happens at the end of something long. */
const endings: ReadonlySet<string> = new Set(
  (
    "done close closed stop stopped shutdown abort aborted cancel canceled cancelled end ended exit exited quit " +
    "terminate terminated dispose disposed disconnect disconnected"
  ).split(" "),
);

/** Does the last word of a name say that something is over? `closed`, `whenAborted`, `#stopPromise`. */
export function namesEnd(name: string): boolean {
  const words = name.replace(/(?:Promise|Event|P)$/, "").split(/(?=[A-Z])|[_#]/);
  return endings.has(words.at(-1)?.toLowerCase() ?? "");
}

/**
 * Is it the name of a method that gives the promise of an end? `done`, `whenClosed`; not `close`, which is the work of
 * closing, nor `isClosed`, which gives no promise.
 */
export function promisesEnd(name: string): boolean {
  return namesEnd(name) && /(?:one|ed)$/i.test(name) && !/^(?:is|has|was)[A-Z]/.test(name);
}
