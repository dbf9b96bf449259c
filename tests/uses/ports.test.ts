import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A library of contexts in one file, which keeps children of its own kind in a set, and waits for any other parent. */
describe("a wrapper that a library in the same file does not know", () => {
  const program = (body: string, use = "new Bo(scope)", more = ""): string => `
class Scope {
  children = new Set();
  done() { return new Promise(() => {}); }
  cancel() {}
}
class Timed extends Scope {}
class Patient extends Bo {}
class Bo {
  constructor(scope) { this.scope = scope; }
  done() { return this.scope.done(); }
}
${more}
function derive(parent, other) {
  const child = new Scope();
  ${body}
  return child;
}
export const f = (scope, bo: Bo) => derive(${use});`;
  const keep = "parent.children.add(child);";
  const wait = "parent.done().then(() => child.cancel());";
  const known = "const known = find(parent);";

  it.each([
    `if (parent instanceof Scope) { ${keep} } else { ${wait} }`,
    `if (parent instanceof Scope) ${keep} else ${wait}`,
    `if (!(parent instanceof Scope)) { ${wait} }`,
    `if (!(parent instanceof Scope)) ${wait} else ${keep}`,
    `if (parent instanceof Scope) { ${keep} return child; } ${wait}`,
    `if (parent instanceof Scope) { return child; } ${wait}`,
    `if (parent instanceof Scope) return child; ${wait}`,
    `if (parent instanceof Scope) return child; if (other) { ${wait} }`,
    `if (parent instanceof Scope) return child; const done = parent.done(); done.then(() => child.cancel());`,
    `if (parent instanceof Scope) return child; const done = parent.done()!; void done!.then(() => child.cancel());`,
    `if (parent instanceof Scope) return child; (async () => { await parent.done(); child.cancel(); })();`,
    `if (parent instanceof Scope) return child; parent?.done().then(() => child.cancel());`,
    `if (parent instanceof Scope) return child; (parent as any)!.done().then(() => child.cancel());`,
    `if (parent instanceof Scope) return child; // parent.done() is asked of all others
     ${wait} log("parent.done().then()");`,
  ])("costs a watcher where it says `%s`", (body) => {
    expect(idsOf(program(body), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    `if (parent instanceof Scope) { ${wait} }`,
    `if (!(parent instanceof Scope)) ${keep} else ${wait}`,
    `if (parent instanceof Scope) { ${keep} } ${wait}`,
    `if (parent instanceof Scope) {} ${wait}`,
    `${wait} if (parent instanceof Scope) return child;`,
    `if (other instanceof Scope) return child; ${wait}`,
    `if (parent.inner instanceof Scope) return child; ${wait}`,
    `if (parent instanceof Unknown) return child; ${wait}`,
    `if (parent > Scope) return child; ${wait}`,
    `if (-(parent instanceof Scope)) return child; ${wait}`,
    `if (other) return child; ${wait}`,
    wait,
  ])("is not told from others by `%s`", (body) => {
    expect(idsOf(program(body), "no-fallback-watcher")).toEqual(["handWritten"]);
  });

  it.each([
    `if (parent instanceof Scope) return child; parent.done();`,
    `if (parent instanceof Scope) return child; parent.done().catch(() => child.cancel());`,
    `if (parent instanceof Scope) return child; parent.done()["th" + "en"](() => child.cancel());`,
    `if (parent instanceof Scope) return child; use(parent.done().then);`,
    `if (parent instanceof Scope) return child; const done = parent.done(); use(done);`,
    `if (parent instanceof Scope) return child; const { length } = parent.done();`,
    `const local = other.x; if (parent instanceof Scope) return child; local.done().then(use);`,
  ])("costs nothing where nothing waits for it, as in `%s`", (body) => {
    expect(idsOf(program(body), "no-fallback-watcher")).toEqual([]);
  });

  it.each([
    ["function find(scope) { return scope instanceof Scope ? scope : null; }", `if (known) return child; ${wait}`],
    [
      "function find(scope) { return scope instanceof Scope ? scope : null; }",
      `if (known !== null) return child; ${wait}`,
    ],
    [
      "function find(scope) { return scope instanceof Scope ? scope : null; }",
      `if (known != null) return child; ${wait}`,
    ],
    ["const find = (scope) => (scope instanceof Scope ? scope : undefined);", `if (known === undefined) ${wait}`],
    ["const find = (scope) => (scope instanceof Scope ? scope : undefined);", `if (known == null) ${wait}`],
    ["const find = (scope) => (scope instanceof Scope ? scope : undefined);", `if (!known) ${wait}`],
    [
      "function find(scope) { let at = scope; while (at) { if (at instanceof Scope) return at; at = at.above; } }",
      `if (!known) ${wait}`,
    ],
    [
      "function find(scope) { use(scope); log.done(scope); if (scope instanceof Scope) return scope; }",
      `if (!known) ${wait}`,
    ],
  ])("is told from others by `%s` and `%s`", (find, body) => {
    expect(idsOf(program(`${known} ${body}`, "new Bo(scope)", find), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    ["function find(scope) { return scope.own() instanceof Scope ? scope : null; }", `if (!known) ${wait}`],
    [
      "function find(scope) { if (scope.isOwn()) return scope; return scope instanceof Scope ? scope : null; }",
      `if (!known) ${wait}`,
    ],
    [
      "function find(scope) { const at = scope; if (at.isOwn()) return at; return at instanceof Scope; }",
      `if (!known) ${wait}`,
    ],
    ["function find(scope) { const { above } = scope; return above instanceof Scope; }", `if (!known) ${wait}`],
    ["function find(scope) { return other instanceof Scope; }", `if (!known) ${wait}`],
    ["function find(scope) { const at = other; return at instanceof Scope; }", `if (!known) ${wait}`],
    ["function find(scope, name) { return name instanceof Scope; }", `if (!known) ${wait}`],
    ["function find() { return parent instanceof Scope; }", `if (!known) ${wait}`],
    ["const find = make((scope) => scope instanceof Scope);", `if (!known) ${wait}`],
    ["function find(scope) { return scope instanceof Scope; }", `if (known > null) return child; ${wait}`],
    ["function find(scope) { return scope instanceof Scope; }", `if (known !== 0) return child; ${wait}`],
    ["function find(scope) { return scope instanceof Scope; }", `if (known !== other) return child; ${wait}`],
  ])("is not surely told from others by `%s` and `%s`", (find, body) => {
    expect(idsOf(program(`${known} ${body}`, "new Bo(scope)", find), "no-fallback-watcher")).toEqual(["handWritten"]);
  });

  const body = `if (parent instanceof Scope) return child; ${wait}`;

  it.each(["new Bo(scope)", "new Bo(scope, 1)", "new Bo(scope), 1", "bo", "bo!"])("is `%s`", (use) => {
    expect(idsOf(program(body, use), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it("is no class that extends one of the library's own", () => {
    const text = program(`if (parent instanceof Bo) return child; ${wait}`, "new Patient(scope)");
    expect(idsOf(text, "no-fallback-watcher")).toEqual([]);
  });

  it.each([
    "scope",
    "new Scope()",
    "new Timed()",
    "new Bo(new Scope())",
    "new Bo(1)",
    "new Bo()",
    "...[new Bo(scope)]",
    "",
    "scope, bo",
    "{ ...bo }",
    "bo.scope",
  ])("is not `%s`", (use) => {
    expect(idsOf(program(body, use), "no-fallback-watcher")).toEqual([]);
  });

  it.each([
    ["export function later(parent) { return derive(parent); } export const g = (scope) => later(new Bo(scope));"],
    ["const later = (parent) => derive(parent); export const g = (scope) => later(new Bo(scope));"],
    ["const later = function (parent) { return derive(parent); }; export const g = (scope) => later(new Bo(scope));"],
    ["class Later { constructor(parent) { derive(parent); } } export const g = (scope) => new Later(new Bo(scope));"],
  ])("is seen through a function that hands it on: `%s`", (more) => {
    expect(idsOf(program(body, "scope", more), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    ["export function later(up) { return derive(up.scope); } export const g = (scope) => later(new Bo(scope));"],
    ["export function later(scope, parent) { return derive(parent); } export const g = (s) => later(new Bo(s), s);"],
    ["export function later() { return derive(top); } export const g = (scope) => later(new Bo(scope));"],
    ["export const derived = derive(scope); export const g = (scope) => scope(new Bo(scope));"],
    ["export class Later { start(parent) { derive(parent); parent(new Bo(parent)); } }"],
    ["export const again = derive; export const g = (scope) => again(new Bo(scope));"],
    ["export const all = (scopes) => scopes.map(derive);"],
    ["export const all = (scope) => use(new Bo(scope), derive);"],
    ["const top = make(); export const derived = derive(top);"],
    ["class Later { start(parent) { derive(parent); } } export const g = (scope) => new Later(new Bo(scope));"],
  ])("is not handed on in `%s`", (more) => {
    expect(idsOf(program(body, "scope", more), "no-fallback-watcher")).toEqual([]);
  });

  it("is found at the place of the parent, which need not be the first", () => {
    const library = (use: string): string => `class Scope { done() { return new Promise(() => {}); } }
class Bo { constructor(readonly scope) {} done() { return this.scope.done(); } }
class Child extends Scope {
  constructor(private name, private parent) {
    super();
    if (parent instanceof Scope) return;
    parent.done().then(() => this.cancel());
  }
}
export const f = (scope) => new Child(${use});`;
    expect(idsOf(library('"a", new Bo(scope)'), "no-fallback-watcher")).toEqual(["watcher"]);
    expect(idsOf(library("new Bo(scope), scope"), "no-fallback-watcher")).toEqual([]);
  });

  it("is not what a function calls that it is given", () => {
    const text = `class Scope { done() { return new Promise(() => {}); } cancel() {} }
class Bo { constructor(readonly scope) {} done() { return this.scope.done(); } }
export function derive(parent, adopt) {
  const child = new Scope();
  if (parent instanceof Scope) return child;
  parent.done().then(() => child.cancel());
  adopt(new Bo(parent));
  return child;
}`;
    expect(idsOf(text, "no-fallback-watcher")).toEqual([]);
  });
});
