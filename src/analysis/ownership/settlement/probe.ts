import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Race } from "./races.ts";

/**
 * Is the timer over at once in this race, to ask whether the others are still pending: `Promise.race([p, sleep(0)])`?
 * The delay is followed from the parameter of a helper to its call.
 */
export function isProbe(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { arguments: given }: TSESTree.CallExpression,
  { racer }: Race,
): boolean {
  const call = unwrap(racer);
  // The delay is the second argument of `setTimeout`, and the first of one that gives a promise.
  const delay = given.length === 1 ? given[0] : given[1];
  const definition = variableOf(sourceCode, delay)?.defs[0];
  if (call.type !== "CallExpression" || definition?.type !== "Parameter") return false;
  const index = definition.node.params.findIndex(
    (param) => (param.type === "AssignmentPattern" ? param.left : param) === definition.name,
  );
  const passed = call.arguments[index];
  return passed?.type === "Literal" && passed.value === 0;
}
