import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isPropertyNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import { spend } from "../../bounded.ts";
import { argumentsOf, type Given } from "../functions/given-by-calls.ts";
import { isOwnMethod } from "../functions/own-functions.ts";
import { lifeOfController } from "./controller-in-field.ts";

/**
 * Do all calls give the signal of a controller that the function around them has made, `own.signal`, or that a method
 * has put into a field for one piece of work, `this.own = new AbortController()`? Those that give none do not matter.
 *
 * @param keys where in the argument the signal is: `signal` for `{ signal: own.signal }`
 * @param known what was found of parameters on the way; one that is still asked for tells nothing against it
 */
export function isOfCallersOnly(
  sourceCode: SourceCode,
  calls: readonly Given[],
  keys: readonly string[],
  known: Map<TSESTree.Node, boolean> = new Map(),
): boolean {
  const isOwn = (signal: TSESTree.Node): boolean => {
    const node = unwrap(signal);
    if (node.type === "Identifier") return isPassedOn(sourceCode, node, known);
    if (node.type !== "MemberExpression") return false;
    const object = unwrap(node.object);
    if (object.type === "MemberExpression") return lifeOfController(sourceCode, object) === "work";
    const controller = variableOf(sourceCode, object);
    return controller !== undefined && controller.scope.type !== "module" && isMadeHere(controller);
  };
  return calls.length > 0 && calls.every(({ given }) => given.every((each) => partsAt(each, keys)?.every(isOwn)));
}

/** Does a method of the class alone hand a signal on that it is given itself, and is that of its callers only? */
function isPassedOn(sourceCode: SourceCode, name: TSESTree.Identifier, known: Map<TSESTree.Node, boolean>): boolean {
  const definition = variableOf(sourceCode, name)?.defs[0];
  const fn = definition?.type === "Parameter" ? definition.node : undefined;
  if (!definition || !isFunction(fn) || !isOwnMethod(fn)) return false;
  const before = known.get(definition.name);
  if (before !== undefined) return before;
  spend(1);
  known.set(definition.name, true);
  const isOfCallers = isOfCallersOnly(sourceCode, argumentsOf(sourceCode, fn, definition.name), [], known);
  known.set(definition.name, isOfCallers);
  return isOfCallers;
}

/** What stands in an object under keys: none where it is not written, `undefined` where the object is not. */
function partsAt(value: TSESTree.Node, [key, ...rest]: readonly string[]): readonly TSESTree.Node[] | undefined {
  if (key === undefined) return [value];
  const object = unwrap(value);
  if (object.type !== "ObjectExpression" || object.properties.some(({ type }) => type === "SpreadElement"))
    return undefined;
  const written = object.properties.find((each) => isPropertyNamed(each, key));
  return written?.type === "Property" ? partsAt(written.value, rest) : [];
}

/** Is it given something that is made here? */
export function isMadeHere({ references }: Variable): boolean {
  return references.some(({ writeExpr }) => writeExpr && unwrap(writeExpr).type === "NewExpression");
}
