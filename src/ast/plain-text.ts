import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "./names.ts";
import type { SourceCode } from "./source-code.ts";
import { unwrap } from "./transparent.ts";

/**
 * The text of an expression as a program without types has it: `this.timer` for `this.timer!`, `(this as T).timer`
 * and `this?.timer`. Only names and members of them are taken apart; of anything else it is the text as written.
 */
export function plainText(sourceCode: SourceCode, node: TSESTree.Node): string {
  const inner = unwrap(node);
  const name = inner.type === "MemberExpression" ? memberName(inner) : undefined;
  if (inner.type !== "MemberExpression" || name === undefined) return sourceCode.getText(inner);
  const object = plainText(sourceCode, inner.object);
  return inner.computed ? `${object}[${name}]` : `${object}.${name}`;
}

/** Do two expressions read the same, whatever types stand around them? */
export function isSameText(sourceCode: SourceCode, a: TSESTree.Node, b: TSESTree.Node): boolean {
  return plainText(sourceCode, a) === plainText(sourceCode, b);
}
