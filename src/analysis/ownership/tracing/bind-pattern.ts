import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../../../ast/names.ts";
import type { Part } from "../../../resources/resource.ts";
import { isWrittenOnce, readsOf, variableOf } from "../../../scope/variables.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { writingEvent } from "../../dataflow/writes.ts";
import { followValue, stepMatches } from "./follow-value.ts";
import type { Trace, Value } from "./trace.ts";

/**
 * Binds a value to the target of a declaration or assignment, and follows the variable that holds it from then on. What
 * is assigned to a member or to a variable of an outer function has another owner.
 *
 * @param event the declarator or assignment
 */
export function bindPattern(trace: Trace, target: TSESTree.Node, value: Value, event: TSESTree.Node): void {
  switch (target.type) {
    case "Identifier":
      return bindVariable(trace, target, value, event);
    case "ObjectPattern":
      return bindObject(trace, target, value, event);
    case "ArrayPattern":
      return bindArray(trace, target, value, event);
    case "AssignmentPattern":
      return bindPattern(trace, target.left, value, event);
    case "TSAsExpression":
    case "TSNonNullExpression":
      return bindPattern(trace, target.expression, value, event);
    default:
      return trace.escape(event, value, "stored");
  }
}

function bindObject(trace: Trace, target: TSESTree.ObjectPattern, value: Value, event: TSESTree.Node): void {
  const [step, ...rest] = value.path;
  if (step === undefined) return;
  let isTaken = false;
  for (const property of target.properties) {
    if (property.type === "RestElement") {
      if (!isTaken) bindPattern(trace, property.argument, value, event);
      continue;
    }
    const name = propertyName(property);
    if (name === undefined) trace.escape(event, value, "stored");
    else if (stepMatches(step, name)) {
      isTaken = true;
      bindPattern(trace, property.value, { ...value, path: rest }, event);
    } else noteCompanion(trace, property.value, name);
  }
}

function bindArray(trace: Trace, target: TSESTree.ArrayPattern, value: Value, event: TSESTree.Node): void {
  const [step, ...rest] = value.path;
  if (step === undefined) return;
  if (typeof step !== "number") return trace.escape(event, value, "stored");
  target.elements.forEach((element, i) => {
    if (element?.type === "RestElement") {
      if (i <= step) bindPattern(trace, element.argument, { ...value, path: [step - i, ...rest] }, event);
    } else if (element && i === step) bindPattern(trace, element, { ...value, path: rest }, event);
    else if (element) noteCompanion(trace, element, i);
  });
}

function noteCompanion(trace: Trace, target: TSESTree.Node, part: Part): void {
  const variable = variableOf(trace.sourceCode, target);
  if (!variable) return;
  trace.companions.add(variable);
  if (part === trace.acquisition.resource.value) trace.value = variable;
}

function bindVariable(trace: Trace, target: TSESTree.Identifier, value: Value, event: TSESTree.Node): void {
  const variable = variableOf(trace.sourceCode, target);
  const definition = variable?.defs[0]?.name;
  const isLocal = variable && definition && runsIn(definition, trace.root) && !isExported(variable);
  if (!isLocal || trace.isNested(variable, value.path)) return trace.escape(event, value, "stored");
  if (value.closure) {
    if (!isWrittenOnce(variable)) return trace.escape(event, value, "captured");
    return trace.isFirst(variable, value) ? followReferences(trace, variable, value) : undefined;
  }
  const { index, isNew } = trace.holder(variable, value.path);
  trace.hold(event, index, value.by);
  if (!isNew) return;
  followReferences(trace, variable, { ...value, by: index });
  for (const write of writesOf(variable))
    if (!trace.effects.get(write)?.some((e) => e.kind === "hold" && e.to === index))
      trace.hold(write, index, undefined);
}

/** Follows every read of a variable. */
export function followReferences(trace: Trace, variable: TSESLint.Scope.Variable, value: Value): void {
  for (const read of readsOf(variable)) followValue(trace, read, value);
}

/** `let x;` in a loop, and every assignment: what the variable held before is gone. */
function writesOf(variable: TSESLint.Scope.Variable): TSESTree.Node[] {
  const declarators = variable.defs.flatMap(({ node }) => {
    return node.type === "VariableDeclarator" && node.parent.kind !== "var" ? [node] : [];
  });
  const writes = variable.references
    .filter((reference) => reference.isWrite())
    .map(({ identifier }) => writingEvent(identifier));
  return [...new Set([...declarators, ...writes])];
}

function isExported(variable: TSESLint.Scope.Variable): boolean {
  return variable.defs.some(({ node }) => node.parent.parent?.type === "ExportNamedDeclaration");
}
