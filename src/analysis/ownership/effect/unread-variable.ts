import type { TSESTree } from "@typescript-eslint/utils";
import { memberOf } from "../../../ast/members.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { matchRef } from "../../../resources/match-lifecycle.ts";
import type { Resource } from "../../../resources/resource.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { readUse } from "../object/field-use.ts";
import { findScript } from "../functions/find-setup.ts";

/**
 * Where the handle of a setup's timer was stored for nobody: in a variable around the setup, or in a ref, that the file
 * assigns and tests but never reads. Nothing can stop such a timer any more. A variable of a plain module is quiet: it
 * may well be meant to live as long as the process.
 *
 * @returns how it is written there: `timer`, `timer.current`; `undefined` when somebody may read it
 */
export function findUnreadVariable(sourceCode: SourceCode, { acquisition }: Obligation): string | undefined {
  const value = outermost(acquisition.node);
  const assignment = value.parent;
  if (assignment.type !== "AssignmentExpression" || assignment.right !== value) return undefined;
  const target = unwrap(assignment.left);
  const base = target.type === "MemberExpression" ? unwrap(target.object) : target;
  const variable = variableOf(sourceCode, base);
  if (!variable || !isOfComponent(sourceCode, variable)) return undefined;
  const member = base === target ? undefined : refMember(sourceCode, variable);
  if (base !== target && member === undefined) return undefined;
  const isUnread = variable.references.every(({ identifier }) => !isRead(identifier, member, acquisition.resource));
  return isUnread ? sourceCode.getText(target) : undefined;
}

/** The member in which a variable that holds a ref has its value. */
function refMember(sourceCode: SourceCode, variable: Variable): string | undefined {
  const made = constantValue(variable);
  const call = made && unwrap(made);
  return call?.type === "CallExpression" ? matchRef(sourceCode, call) : undefined;
}

/** Is it a local of a function, or of a script that is a component's? Parameters are somebody else's too. */
function isOfComponent(sourceCode: SourceCode, { defs: [def], scope }: Variable): boolean {
  if (def?.type !== "Variable" || def.node.parent.parent.type === "ExportNamedDeclaration") return false;
  return !/^(?:module|global)$/.test(scope.type) || findScript(sourceCode) !== undefined;
}

/** Does anything get the value here, other than a test of whether there is one? */
function isRead(identifier: TSESTree.Node, member: string | undefined, resource: Resource): boolean {
  const node = outermost(identifier);
  const parent = node.parent;
  if (parent.type === "VariableDeclarator" && parent.id === node) return false;
  const asked = member === undefined ? undefined : memberOf(node);
  if (member !== undefined && (!asked || memberName(asked) !== member)) return true;
  const { kind } = readUse(asked ?? node, resource);
  return kind !== "write" && kind !== "test";
}
