import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { memberNamedBy, memberOf } from "../../../ast/members.ts";
import { isMemberOf, memberMatches, memberName } from "../../../ast/names.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { addedAt } from "../../../scope/list-contents.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { alternativesOf } from "../races/racers.ts";

/**
 * Everything that a list can have in it: what is written there, and what is put into a constant or a member that begins
 * as a list, `this.pending.push(p)`.
 *
 * @returns `undefined` where somebody else may put something into it, and for what is no list
 */
export const elementsOf: (sourceCode: SourceCode, list: TSESTree.Node) => readonly TSESTree.Node[] | undefined =
  oncePer(findElements, programOf);

function findElements(sourceCode: SourceCode, list: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const node = unwrap(list);
  switch (node.type) {
    case "ArrayExpression":
      return all(node.elements.map((each) => (each ? ofElement(sourceCode, each) : undefined)));
    case "Identifier": {
      const variable = variableOf(sourceCode, node);
      const value = constantValue(variable);
      const uses = variable?.references.flatMap((each) => (each.init === true ? [] : each.identifier)) ?? [];
      return value && all([ofBeginning(sourceCode, value), ...uses.map((use) => ofUse(sourceCode, use))]);
    }
    case "ConditionalExpression":
    case "LogicalExpression":
      return all(alternativesOf(node).map((each) => elementsOf(sourceCode, each)));
    case "MemberExpression":
      return node.computed ? undefined : ofMember(sourceCode, memberName(node) ?? "");
    default:
      return undefined;
  }
}

/** All mentions of a member that has a list to begin with. */
function ofMember(sourceCode: SourceCode, name: string): readonly TSESTree.Node[] | undefined {
  let begins = false;
  const parts = mentionsOf(sourceCode, name).map((mention) => {
    const { parent } = mention;
    if (parent.type === "PropertyDefinition" && parent.key === mention) {
      begins ||= parent.value !== null;
      return parent.value ? ofBeginning(sourceCode, parent.value) : [];
    }
    const member = memberNamedBy(mention);
    return member ? ofUse(sourceCode, member) : [];
  });
  return begins ? all(parts) : undefined;
}

/** What a list is made with: `[]`, `new Set()`. */
function ofBeginning(sourceCode: SourceCode, value: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const node = unwrap(value);
  if (node.type === "ArrayExpression") return elementsOf(sourceCode, node);
  return node.type === "NewExpression" && node.arguments.length === 0 ? [] : undefined;
}

/** What one use of a list puts into it; `undefined` where it is given to somebody, or replaced by something else. */
function ofUse(sourceCode: SourceCode, use: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const value = outermost(use);
  const { parent } = value;
  if (parent.type === "AssignmentExpression" && parent.left === value) return ofBeginning(sourceCode, parent.right);
  if (parent.type === "SpreadElement" || parent.type === "ForOfStatement") return [];
  const member = memberOf(use);
  if (member) {
    if (member.computed || memberMatches(member, /^(?:splice|fill|concat|copyWithin)$/)) return undefined;
    return all(addedAt(use).map((each) => ofElement(sourceCode, each)));
  }
  return isMemberOf(unwrap(callGiven(value)?.callee ?? value), "Promise") ? [] : undefined;
}

function ofElement(sourceCode: SourceCode, element: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  return element.type === "SpreadElement" ? elementsOf(sourceCode, element.argument) : [element];
}

function all(parts: readonly (readonly TSESTree.Node[] | undefined)[]): TSESTree.Node[] | undefined {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
