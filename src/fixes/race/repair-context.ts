import type { TSESLint } from "@typescript-eslint/utils";
import type { NewNames } from "./new-names.ts";

/** What the repairs of one file share. */
export interface RepairContext {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  /** The file is TypeScript: a variable that is declared without a value needs a type. */
  readonly isTyped: boolean;
  readonly names: NewNames;
}
