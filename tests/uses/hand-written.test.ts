import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** What waits for the end of a parent by hand, once for each child, and never lets go. */
describe("a watcher by hand", () => {
  const inFunction = (watch: string): string => `import { server } from "./server.ts";
const shared = new AbortController();
export function derive(parent, given, options) {
  const child = new AbortController();
  const done = parent;
  const canceler = options.parent.canceler;
  const called = parent.child();
  ${watch}
  return { child, stop: () => child.abort() };
}`;

  it.each([
    "parent.done().then(() => child.abort());",
    "parent.Done().then(() => child.abort());",
    "(parent as any)!.done().then(() => child.abort());",
    "parent?.done().then(() => child?.abort());",
    "parent.done().then(() => { child.abort(); });",
    "parent.done().then(function () { child.abort(); });",
    "parent.done().then(() => { log(); server.close(); child.abort(parent.err()); });",
    "void parent.done().then(() => child.abort());",
    "parent.done()\n    .then(() => child.abort());",
    "done.done().then(() => child.abort());",
    "options.parent.done().then(() => child.abort());",
    "canceler.onCancel(() => child.abort());",
    "parent.onDidCancel(() => child.abort());",
    "parent.onCancelled(() => child.abort());",
    "parent.canceler.onCanceled(() => child.abort());",
    "const cancel = () => child.abort(); parent.onCancel(cancel); options.stop = cancel; if (given) return cancel;",
  ])("is `%s`", (watch) => {
    expect(idsOf(inFunction(watch), "no-fallback-watcher")).toEqual(["handWritten"]);
  });

  it.each([
    "// parent.done().then(() => child.abort());",
    'log("parent.done().then()");',
    "parent.done();",
    "use(parent.done().then(() => child.abort()));",
    "const over = parent.done().then(() => child.abort()); use(over);",
    "parent.done().then(() => log(child));",
    "parent.done().then(() => child.signal);",
    "parent.done().then();",
    "parent.done().then(given);",
    "parent.done().then(() => given.abort());",
    "parent.done().then(() => shared.abort());",
    "parent.done().then(() => server.close());",
    "parent.done().then(() => abort());",
    "parent.done().then(() => child.abort);",
    "parent.done().then(() => { const own = new AbortController(); own.abort(); });",
    "const cancel = () => child.abort(); parent.onCancel(cancel);",
    "const onEnd = () => child.abort(); parent.onCancel(onEnd); options.stop = onEnd; if (given) return onEnd;",
    "parent.onCancel(close);",
    "called.done().then(() => child.abort());",
    "server.done().then(() => child.abort());",
    "make().done().then(() => child.abort());",
    "given.map((each) => { parent.done().then(() => child.abort()); });",
    "const own = new AbortController(); parent.done().then(() => own.abort());",
    "const p = p.x; p.done().then(() => child.abort());",
    "const p = p; p.done().then(() => child.abort());",
    "parent.onCancel(() => child.abort()); parent.offCancel(child);",
    "parent.onCancel(() => child.abort()); options.stop = () => parent.unsubscribe();",
  ])("is not `%s`", (watch) => {
    expect(idsOf(inFunction(watch), "no-fallback-watcher")).toEqual([]);
  });

  const inClass = (begin: string, watch: string): string => `import { server } from "./server.ts";
export class Child {
  ${begin}(parent) { ${watch} }
  cancel() {}
}`;

  it.each([
    "parent.done().then(() => this.cancel());",
    "parent.done().then(() => { log(); this.cancel(); });",
    "parent.onCancel(() => this.cancel());",
  ])("is `%s` in a constructor, and not in a method that is called once", (watch) => {
    expect(idsOf(inClass("constructor", watch), "no-fallback-watcher")).toEqual(["handWritten"]);
    expect(idsOf(inClass("start", watch), "no-fallback-watcher")).toEqual([]);
    expect(idsOf(inClass("start = function ", watch), "no-fallback-watcher")).toEqual([]);
  });

  it.each([
    "parent.done().then(function () { this.cancel(); });",
    "parent.done().then(() => server.close());",
    "parent.done().then(() => this.log());",
    "this.done().then(() => this.cancel());",
  ])("is not `%s` in a constructor", (watch) => {
    expect(idsOf(inClass("constructor", watch), "no-fallback-watcher")).toEqual([]);
  });

  it("is none at the top of a module, nor where a function gives nothing", () => {
    const top = "import { child, parent } from './a.ts'; parent.done().then(() => child.abort()); export { child };";
    expect(idsOf(top, "no-fallback-watcher")).toEqual([]);
    const once = `export async function main(parent) {
  const child = new AbortController();
  parent.done().then(() => child.abort());
  await fetch("/", { signal: child.signal });
  return () => log();
}`;
    expect(idsOf(once, "no-fallback-watcher")).toEqual([]);
  });
});
