import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";

/** A copy of an abort signal, given to the platform, which takes nothing but signals. */
export interface SignalCopy {
  readonly copy: TSESTree.ObjectExpression;
  /** What it is given to. */
  readonly consumer: "AbortSignal.any" | "fetch";
}

const spread = /\.\.\.\s*(?:[\w$]+\.)*\w*[sS]ignal(?=\s*[,}])/g;

/** Could a text copy a signal? */
export function mayCopySignal(text: string): boolean {
  return text.search(spread) >= 0;
}

/**
 * The copies `{ ...signal }` that are given to `fetch` or `AbortSignal.any`, in place or through a constant. Both
 * throw, on Node 20, 22 and 24; `tests/consequences` runs it. Other look-alikes are taken by some, on some versions.
 */
export function findSignalCopies(sourceCode: Readonly<TSESLint.SourceCode>): SignalCopy[] {
  return [...sourceCode.text.matchAll(spread)].flatMap(({ index }) => {
    const element = nodeAt(sourceCode, index);
    const copy = element.type === "SpreadElement" ? element.parent : undefined;
    if (copy?.type !== "ObjectExpression") return [];
    const places = [copy, ...constantUses(sourceCode, copy)];
    const consumer = places.map((place) => consumerOf(sourceCode, place)).find((each) => each !== undefined);
    return consumer ? { copy, consumer } : [];
  });
}

function constantUses(sourceCode: Readonly<TSESLint.SourceCode>, copy: TSESTree.Node): TSESTree.Node[] {
  const { parent } = outermost(copy);
  const name = parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : undefined;
  const variable = name && variableOf(sourceCode, name);
  if (!variable || !constantValue(variable)) return [];
  return variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
}

function consumerOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  place: TSESTree.Node,
): SignalCopy["consumer"] | undefined {
  const { parent } = outermost(place);
  if (parent?.type === "ArrayExpression") return isCalled(sourceCode, parent, 0, "AbortSignal.any");
  if (parent?.type !== "Property" || propertyName(parent) !== "signal") return undefined;
  return isCalled(sourceCode, parent.parent, 1, "fetch");
}

function isCalled<Name extends SignalCopy["consumer"]>(
  sourceCode: Readonly<TSESLint.SourceCode>,
  argument: TSESTree.Node,
  index: number,
  name: Name,
): Name | undefined {
  const call = argument.parent;
  if (call?.type !== "CallExpression" || call.arguments[index] !== argument) return undefined;
  const callee = unwrap(call.callee);
  const base = callee.type === "MemberExpression" ? callee.object : callee;
  const isGlobal = base.type === "Identifier" && variableOf(sourceCode, base) === undefined;
  return isGlobal && sourceCode.getText(callee) === name ? name : undefined;
}
