import { callOf } from "../ast/calls.ts";
import { decoratorsOf } from "../ast/decorators.ts";
import { isConstructor, isFunction } from "../ast/functions.ts";
import { memberOf } from "../ast/members.ts";
import { memberMatches } from "../ast/names.ts";
import { resultsOf } from "../ast/returns-of.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { mentionsOf } from "../analysis/ownership/functions/mentions.ts";
import { elementName, type ClassNode } from "../analysis/ownership/functions/self.ts";

/**
 * Have the instances of a class only members that the file names? Not where a name is computed, where a decorator or
 * the constructor may put something else in the place of an instance, and where the file gives members to objects
 * without their names: `Object.assign(this, …)`.
 */
export function isAsWritten(sourceCode: SourceCode, node: ClassNode): boolean {
  const elements = node.body.body;
  const isNamed = elements.every((element) => !("key" in element) || elementName(element) !== undefined);
  const isDecorated = [node, ...elements].some((each) => decoratorsOf(each).length > 0);
  const isReplaced = elements.some((element) => {
    const value = element.type === "MethodDefinition" ? element.value : undefined;
    return isFunction(value) && isConstructor(value) && resultsOf(value).length > 0;
  });
  return isNamed && !isDecorated && !isReplaced && !givesMembers(sourceCode);
}

const givers = /^(?:assign|defineProperty|defineProperties|setPrototypeOf|set)$/;

/** Does a file give members to an object other than one that is written there: `Object.assign({}, …)`? */
function givesMembers(sourceCode: SourceCode): boolean {
  const makers = ["Object", "Reflect"].flatMap((name) => mentionsOf(sourceCode, name));
  return makers.some((maker) => {
    const member = memberOf(maker);
    if (!member || !memberMatches(member, givers)) return false;
    return callOf(member)?.arguments[0]?.type !== "ObjectExpression";
  });
}
