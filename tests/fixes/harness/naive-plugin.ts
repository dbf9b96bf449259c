import type { ESLint, Rule } from "eslint";
import plugin from "../../../src/index.ts";
import { naiveWrap } from "./naive-wrap.ts";

const rule = plugin.rules["no-lost-cancel"]!;

/** The plugin, but with `--fix` wrapping whatever is reported first: a proof of fixes has to catch it. */
export const naivePlugin: ESLint.Plugin = {
  ...plugin,
  rules: {
    "no-lost-cancel": {
      ...rule,
      meta: { ...rule.meta, fixable: "code" },
      create(context: Rule.RuleContext) {
        const report = (descriptor: Rule.ReportDescriptor): void => {
          const { text } = context.sourceCode;
          const wrapped = naiveWrap({ text, name: "program.js", rule: "no-lost-cancel" });
          const fix: Rule.ReportFixer | null = wrapped
            ? (fixer) => fixer.replaceTextRange([0, text.length], wrapped)
            : null;
          context.report({ ...descriptor, fix });
        };
        return rule.create(Object.create(context, { report: { value: report } }) as Rule.RuleContext);
      },
    },
  },
};
