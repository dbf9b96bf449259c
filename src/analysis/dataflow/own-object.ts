import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import { callOf } from "../../ast/calls.ts";
import { memberOf } from "../../ast/members.ts";
import { memberName, propertyName } from "../../ast/names.ts";
import { oncePer } from "../../ast/once.ts";
import { outermost } from "../../ast/transparent.ts";
import { isWriteTarget } from "../../ast/write-target.ts";
import { constantValue, readsOf, type Variable } from "../../scope/variables.ts";

/** An object that is there under one name alone: each of its members is as good as a variable. */
export interface OwnObject {
  readonly declarator: TSESTree.VariableDeclarator;
  /** What each member begins with, where it is written there. */
  readonly begins: ReadonlyMap<string, TSESTree.Node>;
  /** Where each member is set: `state.done = true`, `state.count++`. */
  readonly sets: ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;
}

/**
 * The object that a constant is: a literal of which nothing is done but to ask for its members and to set them, each by
 * its name. `undefined` for what somebody else could reach, as what is given away, exported, or has a method called.
 */
export const ownObjectOf: (variable: Variable) => OwnObject | undefined = oncePer((variable: Variable) => {
  const made = constantValue(variable);
  const declarator = variable.defs[0]?.node;
  if (made?.type !== "ObjectExpression" || declarator?.type !== "VariableDeclarator" || isExported(declarator))
    return undefined;
  const begins = beginningsOf(made);
  const sets = begins && setsOf(variable);
  return sets && { declarator, begins, sets };
});

function isExported({ parent }: TSESTree.VariableDeclarator): boolean {
  return parent.parent.type === "ExportNamedDeclaration";
}

/** The values of a literal by their keys; `undefined` where not all of it is seen, or it has code of its own. */
function beginningsOf({ properties }: TSESTree.ObjectExpression): Map<string, TSESTree.Node> | undefined {
  const values = new Map<string, TSESTree.Node>();
  for (const each of properties) {
    const key = each.type === "Property" && each.kind === "init" ? propertyName(each) : undefined;
    if (each.type !== "Property" || key === undefined || key === "__proto__") return undefined;
    values.set(key, each.value);
  }
  return values;
}

function setsOf(variable: Variable): Map<string, TSESTree.MemberExpression[]> | undefined {
  const sets = new Map<string, TSESTree.MemberExpression[]>();
  for (const read of readsOf(variable)) {
    const member = memberOf(read);
    const name = member && memberName(member);
    if (!member || name === undefined || callOf(member)) return undefined;
    if (!isWriteTarget(member)) continue;
    if (!/^(?:Assignment|Update)Expression$/.test(outermost(member).parent.type)) return undefined;
    appendTo(sets, name, member);
  }
  return sets;
}
