import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { calleeWord, isMemberNamed, propertyName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { isConstant, variableOf } from "../../../scope/variables.ts";
import { calledName } from "./called-name.ts";
import { mentionsOf } from "./mentions.ts";

/** The calls of a function that this file shows: of its name, of a method of a class or object, or where it stands. */
export function findCalls(sourceCode: SourceCode, fn: FunctionNode): TSESTree.CallExpression[] {
  const here = callOf(fn);
  if (here) return [here];
  const { parent } = outermost(fn);
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition")
    return callsOfMember(sourceCode, parent);
  if (parent.type === "Property" && parent.parent.type === "ObjectExpression")
    return callsOfPart(sourceCode, parent, parent.parent);
  const references = calledName(sourceCode, fn)?.references ?? [];
  return references.flatMap(({ identifier }) => callOf(identifier) ?? []);
}

/** `Name.timeout(…)`, and `this.timeout(…)` in the methods of `const Name = { timeout(ms) {…}, … }`. */
function callsOfPart(
  sourceCode: SourceCode,
  part: TSESTree.Property,
  object: TSESTree.ObjectExpression,
): TSESTree.CallExpression[] {
  const name = propertyName(part);
  const { parent: declaration } = outermost(object);
  const id = declaration?.type === "VariableDeclarator" ? declaration.id : undefined;
  const variable = variableOf(sourceCode, id);
  if (name === undefined || !variable || !isConstant(variable)) return [];
  const owners = [...variable.references.map(({ identifier }) => identifier), ...selvesOf(sourceCode, object)];
  return owners.flatMap((owner) => {
    const call = methodCallOf(owner);
    return call && calleeWord(call) === name ? call : [];
  });
}

/** Each `this` that stands for an object, in its methods. */
function selvesOf(sourceCode: SourceCode, object: TSESTree.ObjectExpression): TSESTree.Node[] {
  return mentionsOf(sourceCode, "this").filter((each) => isWithin(each, object) && methodAround(each) === object);
}

function methodAround(self: TSESTree.Node): TSESTree.Node | undefined {
  let fn = enclosingFunction(self);
  while (fn.type === "ArrowFunctionExpression") fn = enclosingFunction(fn);
  return fn.type === "FunctionExpression" && fn.parent.type === "Property" ? fn.parent.parent : undefined;
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
    if (!isMemberNamed(parent, name)) continue;
    const call = owners.includes(plainText(sourceCode, parent.object)) ? callOf(parent) : undefined;
    if (call && !calls.includes(call)) calls.push(call);
  }
  return calls;
}
