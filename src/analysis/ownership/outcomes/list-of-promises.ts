import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { memberNamedBy, memberOf } from "../../../ast/members.ts";
import { isMemberOf, memberMatches, memberName } from "../../../ast/names.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { addedAt } from "../../../scope/list-contents.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { alternativesOf } from "../races/racers.ts";

/**
 * Everything that a list can have in it: what is written there, and what is put into a constant or a member that begins
 * as a list, `this.pending.push(p)`.
 *
 * @returns `undefined` where somebody else may put something into it, and for what is no list
 */
export const elementsOf: (sourceCode: SourceCode, list: TSESTree.Node) => Elements = oncePer(
  (sourceCode: SourceCode, list: TSESTree.Node) => findElements({ sourceCode, asked: new Set() }, list),
  programOf,
);

type Elements = readonly TSESTree.Node[] | undefined;

interface Search {
  readonly sourceCode: SourceCode;
  /** The variables and members that were looked into: `this.list = [...this.list, p]` adds no more than `p`. */
  readonly asked: Set<Variable | string>;
}

function findElements(search: Search, list: TSESTree.Node): Elements {
  const node = unwrap(list);
  switch (node.type) {
    case "ArrayExpression":
      return all(node.elements.map((each) => (each ? ofElement(search, each) : undefined)));
    case "Identifier":
      return ofVariable(search, variableOf(search.sourceCode, node));
    case "ConditionalExpression":
    case "LogicalExpression":
      return all(alternativesOf(node).map((each) => findElements(search, each)));
    case "MemberExpression":
      return node.computed ? undefined : ofMember(search, memberName(node) ?? "");
    default:
      return undefined;
  }
}

function ofVariable(search: Search, variable: Variable | undefined): Elements {
  const value = constantValue(variable);
  if (!variable || !value) return undefined;
  if (search.asked.has(variable)) return [];
  search.asked.add(variable);
  const uses = variable.references.flatMap((each) => (each.init === true ? [] : each.identifier));
  return all([ofBeginning(search, value), ...uses.map((use) => ofUse(search, use))]);
}

/** All mentions of a member that has a list to begin with. */
function ofMember(search: Search, name: string): Elements {
  if (search.asked.has(name)) return [];
  search.asked.add(name);
  let begins = false;
  const parts = mentionsOf(search.sourceCode, name).map((mention) => {
    const { parent } = mention;
    if (parent.type === "PropertyDefinition" && parent.key === mention) {
      begins ||= parent.value !== null;
      return parent.value ? ofBeginning(search, parent.value) : [];
    }
    const member = memberNamedBy(mention);
    return member ? ofUse(search, member) : [];
  });
  return begins ? all(parts) : undefined;
}

/** What a list is made with: `[]`, `new Set()`. */
function ofBeginning(search: Search, value: TSESTree.Node): Elements {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return findElements(search, node);
  return node.type === "NewExpression" && node.arguments.length === 0 ? [] : undefined;
}

/** What one use of a list puts into it; `undefined` where it is given to somebody, or replaced by something else. */
function ofUse(search: Search, use: TSESTree.Node): Elements {
  const value = outermost(use);
  const { parent } = value;
  if (parent.type === "AssignmentExpression" && parent.left === value) return ofBeginning(search, parent.right);
  if (parent.type === "SpreadElement" || parent.type === "ForOfStatement") return [];
  const member = memberOf(use);
  if (member) {
    if (member.computed || memberMatches(member, /^(?:splice|fill|concat|copyWithin)$/)) return undefined;
    return all(addedAt(use).map((each) => ofElement(search, each)));
  }
  return isMemberOf(unwrap(callGiven(value)?.callee ?? value), "Promise") ? [] : undefined;
}

function ofElement(search: Search, element: TSESTree.Node): Elements {
  return element.type === "SpreadElement" ? findElements(search, element.argument) : [element];
}

function all(parts: readonly Elements[]): Elements {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
