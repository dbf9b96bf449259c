import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { returnsOf } from "../../../ast/returns-of.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, functionOf, variableOf } from "../../../scope/variables.ts";
import { ownFunctionAt } from "../object/own-functions.ts";
import type { Variable } from "../settlement/uses.ts";
import { abortsOf } from "./aborts-of.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * The controller that a listener aborts which a call made, `controller.abort.bind(controller)`, or a function of this
 * file that makes one for the controller it is given: `this.makeAbort(controller)`. The listener may be a constant.
 *
 * It does not see functions that make it of an object with the controller in it.
 */
export function forwardedController(sourceCode: SourceCode, listener: TSESTree.Node): Variable | undefined {
  const node = unwrap(listener);
  const value = node.type === "Identifier" ? constantValue(variableOf(sourceCode, node)) : node;
  const call = value && unwrap(value);
  if (call?.type !== "CallExpression") return undefined;
  return boundObject(sourceCode, call) ?? givenToMaker(sourceCode, call);
}

/** `controller.abort.bind(controller)`. */
function boundObject(sourceCode: SourceCode, call: TSESTree.CallExpression): Variable | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "bind") return undefined;
  const method = unwrap(callee.object);
  if (method.type !== "MemberExpression" || memberName(method) !== "abort") return undefined;
  return variableOf(sourceCode, unwrap(method.object));
}

/** The argument of a call that the function which it gives aborts. */
function givenToMaker(sourceCode: SourceCode, call: TSESTree.CallExpression): Variable | undefined {
  const maker = ownFunctionAt(sourceCode, call.callee);
  const made = maker && functionMadeBy(sourceCode, maker);
  if (!maker || !made) return undefined;
  for (const [i, param] of maker.params.entries()) {
    const given = param.type === "Identifier" ? variableOf(sourceCode, call.arguments[i]) : undefined;
    const own = param.type === "Identifier" ? variableOf(sourceCode, param) : undefined;
    if (given && own && abortsOf(own).some((identifier) => isWithin(identifier, made))) return given;
  }
  return undefined;
}

/** The one function that another one returns. */
function functionMadeBy(sourceCode: SourceCode, maker: FunctionNode): FunctionNode | undefined {
  const [only, ...more] =
    maker.body.type === "BlockStatement" ? returnsOf(maker).map(({ argument }) => argument) : [maker.body];
  const value = only && more.length === 0 ? unwrap(only) : undefined;
  if (isFunction(value)) return value;
  const variable = value && variableOf(sourceCode, value);
  return variable && functionOf(variable);
}
