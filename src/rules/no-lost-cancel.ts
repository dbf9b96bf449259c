import { createRule, type Rule } from "./create-rule.ts";

/** Placeholder until the rule lands: it has the final name and options, and reports nothing. */
const rule: Rule<"lost", [{ causes?: string[]; topLevel?: boolean }]> = createRule({
  name: "no-lost-cancel",
  meta: {
    type: "problem",
    docs: {
      description: "require the cancel function of a derived context to run on every path",
      recommended: true,
      strict: { topLevel: true },
    },
    schema: [
      {
        type: "object",
        properties: {
          causes: { description: "Which leaks are reported.", type: "array", items: { type: "string" } },
          topLevel: { description: "Whether module top level counts.", type: "boolean" },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [
      {
        causes: ["discarded", "never-released", "early-return", "exception", "branch", "overwritten"],
        topLevel: false,
      },
    ],
    messages: { lost: "The cancel function is lost." },
  },
  create: () => ({}),
});

export default rule;
