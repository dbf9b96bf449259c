import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionOf } from "../../../scope/variables.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The calls of a function that this file shows: of its name, of a method through `this`, or where it stands. */
export function findCalls(sourceCode: SourceCode, fn: FunctionNode): TSESTree.CallExpression[] {
  const value = outermost(fn);
  const { parent } = value;
  if (parent?.type === "CallExpression" && parent.callee === value) return [parent];
  if (parent?.type === "MethodDefinition" || parent?.type === "PropertyDefinition")
    return callsOfMember(sourceCode, parent);
  const declaration =
    fn.type === "FunctionDeclaration" ? fn : parent?.type === "VariableDeclarator" ? parent : undefined;
  const variable = declaration && sourceCode.getDeclaredVariables(declaration)[0];
  if (!variable || functionOf(variable) !== fn) return [];
  return variable.references.flatMap(({ identifier }) => callOf(identifier) ?? []);
}

function callOf(callee: TSESTree.Node): TSESTree.CallExpression | undefined {
  const value = outermost(callee);
  const { parent } = value;
  return parent?.type === "CallExpression" && parent.callee === value ? parent : undefined;
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
