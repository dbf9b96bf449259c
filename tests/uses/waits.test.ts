import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("a parent whose end a child waits for", () => {
  const program = (wait: string): string => `export function make(parent, other, x) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  ${wait}
  return controller.signal;
}`;

  it.each([
    "parent.done().then(() => controller.abort());",
    "parent.Done().then(() => controller.abort());",
    "void parent.done().then(() => { controller.abort(); });",
    "parent.done().then(function () { controller.abort(); });",
    "parent.done().then(() => { other.log(); controller.abort(); });",
    "parent.inner.done().then(() => controller.abort());",
    "const from = parent.inner; from.done().then(() => controller.abort());",
    "parent.onCancel(() => controller.abort());",
    "parent.onCancelled(() => controller.abort());",
    "parent.onDidCancel(() => controller.abort());",
    "other.done().then(() => controller.abort());",
  ])("holds it by `%s`", (wait) => {
    expect(idsOf(program(wait), "no-fallback-watcher")).toEqual(["handWritten"]);
  });

  it.each([
    "const p = parent.done().then(() => controller.abort());",
    "x(parent.done().then(() => controller.abort()));",
    "parent.done().then(x);",
    "parent.done().then();",
    "parent.done().then(() => x.log());",
    "parent.done().then(() => other.abort());",
    "parent.done().then(() => this.abort());",
    "parent.done().then(function () { this.abort(); });",
    "parent.done().then(() => x());",
    "parent.done().finally(() => controller.abort());",
    "done().then(() => controller.abort());",
    "x().done().then(() => controller.abort());",
    "const from = x(); from.done().then(() => controller.abort());",
    "const from = new x(); from.done().then(() => controller.abort());",
    "(() => { parent.done().then(() => controller.abort()); })();",
    "parent.onCancel(() => controller.abort()); x.off(abort);",
    "parent.onCancel(() => controller.abort()); x.removeIt(abort);",
    "elsewhere.done().then(() => controller.abort());",
  ])("is not held by `%s`", (wait) => {
    expect(idsOf(program(wait), "no-fallback-watcher")).toEqual([]);
  });
});
