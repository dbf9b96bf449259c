import type { TSESLint } from "@typescript-eslint/utils";
import { boundedFile } from "../analysis/bounded.ts";
import type { RuleOptions } from "./rule-options.ts";

/** What a rule says about itself, beside what ESLint asks for. The presets are made from it (configs.ts). */
export interface RuleDocs {
  readonly description: string;
  readonly recommended?: true;
  /** The options that the strict preset sets on top of the rule's defaults. */
  readonly strict?: RuleOptions;
}

/** A rule of this plugin. */
export type Rule<MessageId extends string, Options extends readonly RuleOptions[]> = TSESLint.RuleModule<
  MessageId,
  Options,
  RuleDocs
> & { readonly name: string };

/** Any rule of the plugin, whatever its messages and options. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the message ids stand in a parameter and in a result
export type AnyRule = Rule<any, readonly [RuleOptions]>;

/** What `createRule` is given: the rule without the address of its page, which follows from the name. */
export interface RuleDefinition<MessageId extends string, Options extends readonly RuleOptions[]> {
  readonly name: string;
  readonly meta: TSESLint.RuleMetaData<MessageId, RuleDocs, Options> & { readonly docs: RuleDocs };
  readonly create: (context: Readonly<TSESLint.RuleContext<MessageId, Options>>) => TSESLint.RuleListener;
}

const PAGES = "https://github.com/eslint-plugin-leaks/eslint-plugin-leaks/blob/main/docs/rules";

/**
 * Makes a rule from its definition and adds the address of its page, which editors link to. What it does at the end of
 * a file, its fixes and words among it, is bounded like the analysis: no file is too deep or too large for it.
 */
export function createRule<MessageId extends string, Options extends readonly RuleOptions[]>({
  name,
  meta,
  create,
}: RuleDefinition<MessageId, Options>): Rule<MessageId, Options> {
  const url = `${PAGES}/${name}.md`;
  return { name, meta: { ...meta, docs: { ...meta.docs, url } }, create: (context) => boundedBy(context, create) };
}

function boundedBy<MessageId extends string, Options extends readonly RuleOptions[]>(
  context: Readonly<TSESLint.RuleContext<MessageId, Options>>,
  create: RuleDefinition<MessageId, Options>["create"],
): TSESLint.RuleListener {
  const { "Program:exit": atEnd, ...others } = create(context);
  if (!atEnd) return others;
  return { ...others, "Program:exit": (node) => boundedFile(context.sourceCode, () => atEnd(node), undefined) };
}
