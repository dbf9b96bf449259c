import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import { variableOf, type Variable } from "../../scope/variables.ts";

/** Something a test can ask about twice: a variable, or a path of members from one or from `this`. */
export interface Place {
  readonly key: string;
  /** The variable it starts from; `undefined` for `this`. */
  readonly variable: Variable | undefined;
  readonly members: readonly string[];
}

/** Nobody writes such a path twice, and each link of a long chain is a test of its own. */
const maxMembers = 20;

/** The place an expression names; `undefined` for a long path, computed members, calls, and names of other files. */
export function findPlace(sourceCode: SourceCode, expression: TSESTree.Node): Place | undefined {
  const members: string[] = [];
  let node = unwrap(expression);
  while (node.type === "MemberExpression") {
    const name = memberName(node);
    if (name === undefined || members.length === maxMembers) return undefined;
    members.unshift(name);
    node = unwrap(node.object);
  }
  if (node.type === "ThisExpression") {
    return members.length > 0 ? { key: pathKey("this", members), variable: undefined, members } : undefined;
  }
  const variable = variableOf(sourceCode, node);
  return variable && { key: pathKey(variableKey(variable), members), variable, members };
}

/** A member of what a place names. */
export function placeOfMember({ variable, members }: Place, name: string): Place {
  const path = [...members, name];
  return { key: pathKey(variable ? variableKey(variable) : "this", path), variable, members: path };
}

/** Members are quoted, so that `a["b.c"]` is not `a.b.c`. */
function pathKey(base: string, members: readonly string[]): string {
  return members.length === 0 ? base : `${base} ${JSON.stringify(members)}`;
}

const numbers = new WeakMap<Variable, number>();
let count = 0;

/** A name for a variable that no other variable has. */
export function variableKey(variable: Variable): string {
  let number = numbers.get(variable);
  if (number === undefined) numbers.set(variable, (number = count++));
  return `${variable.name}#${number}`;
}
