import type { TSESLint } from "@typescript-eslint/utils";

/** The file that is looked at: its text, nodes, tokens and scopes, as ESLint gives them. Nothing here changes it. */
export type SourceCode = Readonly<TSESLint.SourceCode>;
