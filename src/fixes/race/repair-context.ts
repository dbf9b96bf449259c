import type { SourceCode } from "../../ast/source-code.ts";

/** What the repairs of one file share. */
export interface RepairContext {
  readonly sourceCode: SourceCode;
  /** The file is TypeScript: a variable that is declared without a value needs a type. */
  readonly isTyped: boolean;
}
