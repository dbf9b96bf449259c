import type { TSESTree } from "@typescript-eslint/utils";
import { isName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Variable } from "../../../scope/variables.ts";
import type { Condition } from "../../control-flow/graph.ts";

/**
 * A variable, and the values that it has when a timer has fired: as they are written, or a word that the value is known
 * by. `undefined` stands for nothing at all.
 */
export interface Sign {
  readonly variable: Variable;
  readonly values: readonly (TSESTree.Node | string | undefined)[];
}

/** Does a condition say that the variable has one of these values? */
export function tells(sourceCode: SourceCode, sign: Sign, { kind, node, test, holds }: Condition): boolean {
  const isAbout = sign.variable.references.some(({ identifier }) => isWithin(identifier, node));
  if (!isAbout || (kind !== "truthy" && kind !== "case")) return false;
  const asked = unwrap(node);
  if (kind === "truthy" && asked.type === "Identifier") return tellsByTruth(sign, holds);
  const isNegated = asked.type === "BinaryExpression" && asked.operator.startsWith("!");
  const text = sourceCode.getText(asked) + (test ? ` ${sourceCode.getText(test)}` : "");
  const words = wordsOf(text).filter((word) => word !== sign.variable.name);
  const given = sign.values.map((value) =>
    typeof value === "object" ? sourceCode.getText(value) : (value ?? "undefined null"),
  );
  return holds !== isNegated && given.some((each) => wordsOf(each).some((word) => words.includes(word)));
}

/** `if (timedOut)`, `if (!result)`: only a value that is known tells. */
function tellsByTruth({ values }: Sign, holds: boolean): boolean {
  return values.some((value) => {
    if (value === undefined) return !holds;
    if (typeof value === "string") return false;
    const node = unwrap(value);
    if (node.type === "Literal") return Boolean(node.value) === holds;
    if (isName(node, "undefined")) return !holds;
    return node.type !== "NewExpression";
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{ID_Continue}$]+/gu) ?? [];
}
