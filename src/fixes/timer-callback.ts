import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { memberName } from "../ast/names.ts";
import { isPlain } from "../ast/plain.ts";
import { unwrap } from "../ast/transparent.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { runsIn } from "../analysis/control-flow/immediate-callback.ts";
import { constantValue, variableOf } from "../scope/variables.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Variable = TSESLint.Scope.Variable;

/**
 * What a timer can still change when it fires: the controller that its callback aborts, if it does nothing else.
 * `() => controller.abort()` and `controller.abort.bind(controller)` do, where the controller is made by the function
 * that owns the timer.
 *
 * @returns `undefined` when the callback does something else: stopping the timer earlier could then be noticed
 */
export function controllerOf(sourceCode: SourceCode, { acquisition, root }: Obligation): Variable | undefined {
  const [callback] = acquisition.node.arguments;
  const object = callback && abortedBy(unwrap(callback));
  const variable = object && variableOf(sourceCode, object);
  const value = variable && constantValue(variable);
  const made = value && unwrap(value);
  const isOwn = made?.type === "NewExpression" && runsIn(made, root) && isAbortController(made.callee);
  return isOwn ? variable : undefined;
}

function isAbortController(callee: TSESTree.Node): boolean {
  return callee.type === "Identifier" && callee.name === "AbortController";
}

function abortedBy(callback: TSESTree.Node): TSESTree.Identifier | undefined {
  if (callback.type === "CallExpression") return abortedByBound(callback);
  if (!isFunction(callback) || callback.async || callback.generator || callback.params.length > 0) return undefined;
  const { body } = callback;
  const only = body.type === "BlockStatement" ? body.body[0] : undefined;
  if (body.type === "BlockStatement" && body.body.length !== 1) return undefined;
  const call = unwrap(only?.type === "ExpressionStatement" ? only.expression : body);
  if (call.type !== "CallExpression" || !call.arguments.every(isReason)) return undefined;
  return objectOf(call.callee, "abort");
}

/** `controller.abort.bind(controller)` */
function abortedByBound({
  callee,
  arguments: [self, ...more],
}: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  const method = unwrap(callee);
  if (method.type !== "MemberExpression" || memberName(method) !== "bind" || more.length > 0) return undefined;
  const object = objectOf(method.object, "abort");
  return self?.type === "Identifier" && self.name === object?.name ? object : undefined;
}

function objectOf(callee: TSESTree.Node, name: string): TSESTree.Identifier | undefined {
  const member = unwrap(callee);
  if (member.type !== "MemberExpression" || memberName(member) !== name) return undefined;
  const object = unwrap(member.object);
  return object.type === "Identifier" ? object : undefined;
}

/** A reason that is made without anything else happening: a plain value, or a `new` error of such. */
function isReason(node: TSESTree.Node): boolean {
  if (node.type !== "NewExpression") return isPlain(node);
  return (
    node.callee.type === "Identifier" && /(?:Error|Exception)$/.test(node.callee.name) && node.arguments.every(isReason)
  );
}
