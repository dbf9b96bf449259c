import type { TSESTree } from "@typescript-eslint/utils";
import { isPropertyNamed, memberName } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { elementName, isClass, ownerOfMember } from "../../analysis/ownership/functions/self.ts";
import { unwrap } from "../../ast/transparent.ts";
import { variableOf } from "../../scope/variables.ts";
import { typeSyntaxOf } from "../text/type-syntax.ts";

/**
 * Has a field or a variable `null` in its declaration, in code with types? Functions that clear a timer do not take it.
 *
 * @param target what the timer is assigned to: `this.timer`, `timer`, `timer.current` of a ref
 */
export function isNullable(sourceCode: SourceCode, target: TSESTree.Node): boolean {
  if (typeSyntaxOf(sourceCode) === "none") return false;
  const declaration = declarationOf(sourceCode, target);
  return declaration !== undefined && /\bnull\b/.test(sourceCode.getText(declaration));
}

function declarationOf(sourceCode: SourceCode, target: TSESTree.Node): TSESTree.Node | undefined {
  if (target.type !== "MemberExpression") return variableOf(sourceCode, target)?.defs[0]?.node;
  const owner = ownerOfMember(sourceCode, target)?.node;
  const name = memberName(target);
  if (!owner || name === undefined) return variableOf(sourceCode, unwrap(target.object))?.defs[0]?.node;
  if (isClass(owner)) return owner.body.body.find((element) => elementName(element) === name);
  return owner.type === "ObjectExpression" ? owner.properties.find((each) => isPropertyNamed(each, name)) : undefined;
}
