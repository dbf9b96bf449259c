import type { SourceCode } from "../../../ast/source-code.ts";
import type { Known } from "../../../resources/known.ts";
import type { Traced } from "./trace-obligation.ts";

/** Everything that was acquired in a file, each followed through its activation. */
export interface TracedFile {
  readonly sourceCode: SourceCode;
  readonly known: Known;
  readonly traced: readonly Traced[];
}
