import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The calls of a function that this file shows: of its name, of a method through `this`, or where it stands. */
export function findCalls(sourceCode: SourceCode, fn: FunctionNode): TSESTree.CallExpression[] {
  const here = callOf(fn);
  if (here) return [here];
  const { parent } = outermost(fn);
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition")
    return callsOfMember(sourceCode, parent);
  const references = nameOfFunction(sourceCode, fn)?.references ?? [];
  return references.flatMap(({ identifier }) => callOf(identifier) ?? []);
}

/** `this.timeout(…)`, or `Name.timeout(…)` of a static method, anywhere in the class. */
function callsOfMember(
  sourceCode: SourceCode,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
): TSESTree.CallExpression[] {
  const body = member.parent;
  const { key } = member;
  const name =
    key.type === "Identifier" && !member.computed ? key.name : key.type === "PrivateIdentifier" && `#${key.name}`;
  if (!name) return [];
  const owners = ["this", ...(member.static && body.parent.id ? [body.parent.id.name] : [])];
  const calls: TSESTree.CallExpression[] = [];
  const [start, end] = body.range;
  for (let at = sourceCode.text.indexOf(name, start); at >= 0 && at < end; at = sourceCode.text.indexOf(name, at + 1)) {
    const { parent } = nodeAt(sourceCode, at);
    if (parent?.type !== "MemberExpression" || memberName(parent) !== name) continue;
    const call = owners.includes(sourceCode.getText(unwrap(parent.object))) ? callOf(parent) : undefined;
    if (call && !calls.includes(call)) calls.push(call);
  }
  return calls;
}
