import type { TSESLint } from "@typescript-eslint/utils";

/** What a rule says about itself, beside what ESLint asks for. The presets are made from it (configs.ts). */
export interface RuleDocs {
  readonly description: string;
  readonly recommended?: true;
  /** The options that the strict preset sets on top of the rule's defaults. */
  readonly strict?: Readonly<Record<string, unknown>>;
}

/** A rule of this plugin. */
export type Rule<MessageId extends string, Options extends readonly unknown[]> = TSESLint.RuleModule<
  MessageId,
  Options,
  RuleDocs
> & { readonly name: string };

/** What `createRule` is given: the rule without the address of its page, which follows from the name. */
export interface RuleDefinition<MessageId extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: TSESLint.RuleMetaData<MessageId, RuleDocs, Options> & { readonly docs: RuleDocs };
  readonly create: (context: Readonly<TSESLint.RuleContext<MessageId, Options>>) => TSESLint.RuleListener;
}

const PAGES = "https://github.com/eslint-plugin-leaks/eslint-plugin-leaks/blob/main/docs/rules";

/** Makes a rule from its definition and adds the address of its page, which editors link to. */
export function createRule<MessageId extends string, Options extends readonly unknown[]>(
  { name, meta, create }: RuleDefinition<MessageId, Options>,
): Rule<MessageId, Options> {
  return { name, meta: { ...meta, docs: { ...meta.docs, url: `${PAGES}/${name}.md` } }, create };
}
