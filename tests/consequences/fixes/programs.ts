/** A program whose `derive(ctx)` makes a child of a wrapper; what becomes of it, and what it is afterwards. */
export interface Program {
  readonly name: string;
  readonly verdict: "fix" | "suggest" | "decline";
  readonly before: string;
  /** The expression of the parent before and after. */
  readonly change?: readonly [from: string, to: string];
  /** What may be another value afterwards, as the title of the suggestion says. */
  readonly changes?: "value";
}

const head = 'import { WithCancel, WithTimeout, WithValue } from "@goscript/context/index.js";\n';

/** A class that embeds a context, with this in its body and this for `Value`. */
const wrapper = (more = "", value = "return this.ctx.Value(key);", field = "ctx"): string => `${head}
class Backoffer {
  ${field.startsWith("#") ? `${field};` : ""}
  attempt = 0;
  constructor(ctx) {
    this.${field} = ctx;
  }
  Deadline() {
    return this.${field}.Deadline();
  }
  Done() {
    return this.${field}.Done();
  }
  Err() {
    return this.${field}.Err();
  }
  Value(key) {
    ${value}
  }
  ${more}
}
`;

const made = "export function derive(ctx) {\n  const bo = new Backoffer(ctx);\n  return WithCancel(bo);\n}\n";
const embedded = ["WithCancel(bo)", "WithCancel(bo.ctx)"] as const;

export const programs: readonly Program[] = [
  { name: "made here, forwards all", verdict: "fix", before: wrapper() + made, change: embedded },
  {
    name: "with a deadline",
    verdict: "fix",
    before: wrapper() + made.replace("WithCancel(bo)", "WithTimeout(bo, 60_000_000_000n)"),
    change: ["WithTimeout(bo, ", "WithTimeout(bo.ctx, "],
  },
  {
    name: "answers values itself",
    verdict: "suggest",
    before: wrapper("", 'return key === "user" ? "eve" : this.ctx.Value(key);') + made,
    change: embedded,
    changes: "value",
  },
  {
    name: "given by another function: perhaps a subclass",
    verdict: "suggest",
    before: `${wrapper()}const make = (ctx) => new Backoffer(ctx);
export function derive(ctx) {
  const bo = make(ctx);
  return WithCancel(bo);
}
`,
    change: embedded,
  },
  {
    name: "this",
    verdict: "suggest",
    before: `${wrapper("child() { return WithCancel(this); }")}
export const derive = (ctx) => new Backoffer(ctx).child();
`,
    change: ["WithCancel(this)", "WithCancel(this.ctx)"],
  },
  {
    name: "asks for the cause, which a watcher does not pass on",
    verdict: "suggest",
    before: `${wrapper()}${made}export { Cause } from "@goscript/context/index.js";\n`,
    change: embedded,
  },
  {
    name: "a field that cannot be reached",
    verdict: "decline",
    before: wrapper("", "return this.#ctx.Value(key);", "#ctx") + made,
  },
  {
    name: "a field that is set again",
    verdict: "decline",
    before: wrapper("renew(ctx) { this.ctx = ctx; }") + made,
  },
  {
    name: "handed on by a value",
    verdict: "decline",
    before: `${wrapper()}export function derive(ctx) {
  const bo = new Backoffer(ctx);
  const traced = WithValue(bo, "trace", 1);
  return WithCancel(traced);
}
`,
  },
  {
    name: "an end of its own",
    verdict: "decline",
    before: wrapper().replace("return this.ctx.Done();", "this.attempt++;\n    return this.ctx.Done();") + made,
  },
];
