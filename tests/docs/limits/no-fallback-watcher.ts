import type { Limit } from "../limit.ts";

const go = 'import { WithCancel } from "@goscript/context/index.js";\n';

/** The members that tell of an end. */
const members = "Done() { return this.ctx.Done(); } Err() { return this.ctx.Err(); }";

/** A class with a context in it, in front of what is done with it. */
const within = (code: string, begin = "class Bo"): string =>
  `${go}import { Base, Other } from "./contexts.ts";
import type { Context } from "@goscript/context/index.js";
${begin} { ctx; ${members} }
export const f = (ctx, test) => { ${code} };`;

const wait = "parent.done().then(() => this.cancel());";

/** A library of contexts, with this test for its own and this for all else, and a derive from a wrapper. */
const port = (test: string, otherwise: string): string =>
  `class Scope { children = new Set();
  constructor(parent) { if (${test}) parent.children.add(this); else ${otherwise} } }
class Bo { constructor(scope) { this.scope = scope; } done() { return this.scope.done(); } }
export const f = (scope) => new Scope(new Bo(scope));`;

/** Wrappers and watchers that are not reported. */
export const misses: readonly Limit[] = [
  {
    says: "A class of another file, without types.",
    code: within("return WithCancel(new Other(ctx));"),
    unless: ["new Other", "new Bo"],
  },
  {
    says: "A function that gives a wrapper on some of its returns only.",
    code: within("const wrap = () => { if (test) return ctx; return new Bo(ctx); }; return WithCancel(wrap());"),
    unless: ["if (test) return ctx; ", ""],
  },
  {
    says: "A variable that is bound more than once, and has no type of its own.",
    code: within("let bo = new Bo(ctx); bo = new Bo(bo); return WithCancel(bo);"),
    unless: ["bo = new Bo(bo); ", ""],
  },
  {
    says: "A class that extends one of another file, and implements nothing of the library.",
    code: within("return WithCancel(new Bo(ctx));", "class Bo extends Base"),
    unless: ["extends Base", "extends Base implements Context"],
  },
  {
    says: "A `Proxy`: what it costs depends on its traps.",
    code: `import { withCancel, type Context } from "golikejs/context";
export const f = (ctx: Context) => withCancel(new Proxy(ctx, {}));`,
    unless: ["new Proxy(ctx, {})", "Object.create(ctx)"],
  },
  {
    says: "A copy of an untyped context, in libraries that take any object of the right shape.",
    code: `import { withCancel, type Context } from "@sabl/context";
export const f = (ctx) => withCancel({ ...ctx });`,
    unless: ["(ctx)", "(ctx: Context)"],
  },
  {
    says: "A library in the same file that keeps the parent in a field.",
    code: port("parent instanceof Scope", "{ this.parent = parent; this.parent.done().then(() => this.cancel()); }"),
    unless: ["this.parent.done", "parent.done"],
  },
  {
    says: "A library in the same file that refuses a foreign parent, or takes no notice of it.",
    code: port("parent instanceof Scope", 'throw new TypeError("no scope");'),
    unless: ['throw new TypeError("no scope");', wait],
  },
  {
    says: "A library of your own in another file: name its `foreignParent` in the settings.",
    code: within("return WithCancel(new Bo(ctx));").replaceAll("@goscript/context/index.js", "@/lib/context"),
    unless: ["WithCancel(new Bo(ctx))", "WithCancel(new Bo(ctx) )"],
    settings: { modules: [{ source: "@/lib/context", like: "go", foreignParent: "watcher" }] },
  },
  {
    says: "A watcher by hand in an `async` function of its own: `(async () => { await parent.done(); cancel(); })()`.",
    code: `export function f(parent) {
  const child = new AbortController();
  (async () => { await parent.done(); child.abort(); })();
  return child;
}`,
    unless: ["(async () => { await parent.done(); child.abort(); })()", "parent.done().then(() => child.abort())"],
  },
  {
    says: "A watcher by hand on a parent that is in a field.",
    code: `export class F {
  child(parent) {
    const child = new AbortController();
    this.parent.done().then(() => child.abort());
    return child;
  }
}`,
    unless: ["this.parent", "parent"],
  },
  {
    says: "A watcher by hand that races the parent: `Promise.race([parent.done(), stopped]).then(() => cancel())`.",
    code: `export function f(parent, stopped) {
  const child = new AbortController();
  Promise.race([parent.done(), stopped]).then(() => child.abort());
  return child;
}`,
    unless: ["Promise.race([parent.done(), stopped])", "parent.done()"],
  },
  {
    says: 'A watcher by hand on a parent that is an emitter: `parent.on("cancelled", cancel)`.',
    code: `export class Child {
  constructor(parent) { parent.on("cancelled", () => this.cancel()); }
  cancel() {}
}`,
    unless: ['parent.on("cancelled", () => this.cancel())', "parent.onCancel(() => this.cancel())"],
  },
  {
    says: "A look-alike of a signal that is a parameter, in a field, or of a class of another file.",
    options: { causes: ["signal-look-alike"] },
    code: "export const f = (given) => fetch('/', { signal: given }); f({ aborted: false });",
    unless: ["signal: given", "signal: { aborted: false }"],
  },
];

/** Reports that may be wrong. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "A parent that lives no longer than its children: the watchers go with it.",
    code: within("const bo = new Bo(ctx); const [child, cancel] = WithCancel(bo); return [child, cancel];"),
    unless: ["WithCancel(bo)", "WithCancel(bo.ctx)"],
  },
];
