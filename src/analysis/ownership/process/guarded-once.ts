import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isThis, memberName } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { isOnlyWithout } from "../../../ast/only-without.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { placeOf } from "../../../ast/statement-list.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { variableOf } from "../../../scope/variables.ts";
import { writesOfMember } from "../functions/member-writes.ts";
import { isClass, selfAt, type ClassNode } from "../functions/self.ts";

/** What is set to `true` and never back: a variable of the module, or a field of an object. */
interface Flag {
  /** The class of the object; `undefined` for a variable. */
  readonly owner: ClassNode | undefined;
  /** Does a node ask for the flag? */
  readonly isAskedBy: (node: TSESTree.Node) => boolean;
}

/**
 * Does a flag of the module let a node run once: `if (started) return; started = true;` before it, or both around it?
 * What is called may set the flag too: `if (!started) start();`. A flag that anything sets back lets it run again.
 */
export function isGuardedOnce(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  return flagsGuarding(sourceCode, node).some(({ owner }) => owner === undefined);
}

/** The class of whose objects each runs a node once, since a field of the object is such a flag: `this.started`. */
export function classGuarding(sourceCode: SourceCode, node: TSESTree.Node): ClassNode | undefined {
  return flagsGuarding(sourceCode, node).find(({ owner }) => owner !== undefined)?.owner;
}

function flagsGuarding(sourceCode: SourceCode, node: TSESTree.Node): Flag[] {
  const found = flagsOfCallee(sourceCode, node).filter((flag) => isOnlyWithout(node, flag.isAskedBy));
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    const place = placeOf(at);
    for (const { index, flag } of place ? flagsOfList(place.list, sourceCode) : [])
      if (index < place!.index && isOnlyWithout(place!.list[index]!, flag.isAskedBy)) found.push(flag);
  }
  return found;
}

/** The flags that a function sets in its own body, of a call of it. */
function flagsOfCallee(sourceCode: SourceCode, node: TSESTree.Node): Flag[] {
  const fn = node.type === "CallExpression" ? functionAt(sourceCode, node.callee) : undefined;
  const statements = fn?.body.type === "BlockStatement" ? fn.body.body : [];
  return statements.flatMap((each) => flagSetBy(sourceCode, each) ?? []);
}

/** The flags that the statements of a list set, and where; found once, since a list may have thousands. */
const flagsOfList = oncePer((list: readonly TSESTree.Statement[], sourceCode: SourceCode) =>
  list.flatMap((each, index) => {
    const flag = flagSetBy(sourceCode, each);
    return flag ? { index, flag } : [];
  }),
);

/** The flag to which a statement gives `true`, if nothing else is ever written to it. */
function flagSetBy(sourceCode: SourceCode, statement: TSESTree.Node): Flag | undefined {
  const set = statement.type === "ExpressionStatement" ? unwrap(statement.expression) : undefined;
  if (set?.type !== "AssignmentExpression") return undefined;
  return set.left.type === "Identifier" ? flagIn(sourceCode, set.left) : flagOfObject(sourceCode, set.left);
}

function flagIn(sourceCode: SourceCode, name: TSESTree.Identifier): Flag | undefined {
  const variable = variableOf(sourceCode, name);
  if (!variable || !/^(?:module|global)$/.test(variable.scope.type)) return undefined;
  const written = variable.references.filter((each) => each.isWrite() && !each.init);
  if (!written.every(({ writeExpr }) => isTrue(writeExpr))) return undefined;
  return { owner: undefined, isAskedBy: (node) => variableOf(sourceCode, node) === variable };
}

function flagOfObject(sourceCode: SourceCode, target: TSESTree.Node): Flag | undefined {
  const name = target.type === "MemberExpression" ? memberName(target) : undefined;
  const self = target.type === "MemberExpression" ? selfAt(sourceCode, target.object) : undefined;
  if (name === undefined || !self || self.isStatic || !isClass(self.node)) return undefined;
  if (!writesOfMember(sourceCode, name).every(({ value }) => isTrue(value))) return undefined;
  return {
    owner: self.node,
    isAskedBy: (node) => node.type === "MemberExpression" && isThis(node.object) && memberName(node) === name,
  };
}

function isTrue(value: TSESTree.Node | null | undefined): boolean {
  const node = value && unwrap(value);
  return node?.type === "Literal" && node.value === true;
}
