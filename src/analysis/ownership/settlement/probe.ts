import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Race } from "./races.ts";

/**
 * Is the timer over at once in this race, to ask whether the others are still pending: `Promise.race([p, sleep(0)])`?
 * The delay is followed from the parameter of a helper to its call.
 */
export function isProbe(sourceCode: Readonly<TSESLint.SourceCode>, timer: TSESTree.Node, { racer }: Race): boolean {
  const given = unwrap(racer);
  if (given.type !== "CallExpression" || given === timer) return false;
  const maker = functionAround(
    timer,
    ({ params }) => params.length > 0 && params.some(isNamedInDelay(sourceCode, timer)),
  );
  const index = maker?.params.findIndex(isNamedInDelay(sourceCode, timer)) ?? -1;
  const delay = index < 0 ? undefined : given.arguments[index];
  return delay?.type === "Literal" && delay.value === 0;
}

/** The parameter, with or without a default, that is the delay of the timer. */
function isNamedInDelay(
  sourceCode: Readonly<TSESLint.SourceCode>,
  timer: TSESTree.Node,
): (param: TSESTree.Parameter) => boolean {
  const delay =
    timer.type === "CallExpression"
      ? timer.arguments.find((each) => each.type === "Identifier" && isDelay(each, timer))
      : undefined;
  const variable = delay?.type === "Identifier" ? variableOf(sourceCode, delay) : undefined;
  return (param) => {
    const name = param.type === "AssignmentPattern" ? param.left : param;
    return variable !== undefined && variable.defs.some((definition) => definition.name === name);
  };
}

/** The delay is the second argument of `setTimeout`, and the first of one that gives a promise. */
function isDelay(argument: TSESTree.Node, { arguments: given }: TSESTree.CallExpression): boolean {
  return argument === given[1] || (argument === given[0] && given.length === 1);
}

function functionAround(node: TSESTree.Node, accepts: (fn: FunctionNode) => boolean): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at) && accepts(at)) return at;
  return undefined;
}
