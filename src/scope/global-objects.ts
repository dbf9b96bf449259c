/** The names of the global object, in browsers, workers and Node.js. */
export const globalObjects: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);
