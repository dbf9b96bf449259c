import type { TSESTree } from "@typescript-eslint/utils";
import { oncePer } from "../../ast/once.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { leaves, placeOf } from "../../ast/statement-list.ts";
import { unwrap } from "../../ast/transparent.ts";
import { constantValue, variableOf } from "../../scope/variables.ts";
import type { Condition } from "./graph.ts";

/**
 * What held when a node came to run, by where it stands: in a branch of an `if` or of `? :`, behind `&&` and `||`,
 * behind `if (…) return`. It is asked through functions too: what stands around one held when that was made.
 *
 * It does not see: loops, `switch`, and guards that leave in another way.
 */
export function conditionsAround(node: TSESTree.Node): Condition[] {
  const found: Condition[] = [];
  for (let at = node; at.parent; at = at.parent) found.push(...conditionsOf(at, at.parent));
  return found;
}

/** What held when the constant that a test asks for was made: `late`, behind `const over = late`. */
export function heldBehind(sourceCode: SourceCode, { kind, node, holds }: Condition): Condition[] {
  const value = kind === "truthy" ? constantValue(variableOf(sourceCode, node)) : undefined;
  return value ? simpleConditions(value, holds) : [];
}

function conditionsOf(part: TSESTree.Node, whole: TSESTree.Node): Condition[] {
  switch (whole.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return part === whole.test ? [] : simpleConditions(whole.test, part === whole.consequent);
    case "LogicalExpression":
      return part === whole.right && whole.operator !== "??"
        ? simpleConditions(whole.left, whole.operator === "&&")
        : [];
    default:
      return guardsBefore(part);
  }
}

/** `if (…) return;` in front of a statement, in its list. */
function guardsBefore(statement: TSESTree.Node): Condition[] {
  const place = placeOf(statement);
  return place ? guardsOf(place.list).flatMap(({ index, held }) => (index < place.index ? held : [])) : [];
}

/** The guards of a list, and what holds behind each; asked once, since a list may have many statements. */
const guardsOf = oncePer((list: readonly TSESTree.Statement[]) =>
  list.flatMap((each, index) =>
    each.type === "IfStatement" && !each.alternate && leaves(each.consequent)
      ? { index, held: simpleConditions(each.test, false) }
      : [],
  ),
);

/** The tests that all come out in one way where a whole test comes out like this; none of `a || b` that holds. */
function simpleConditions(test: TSESTree.Node, holds: boolean): Condition[] {
  const node = unwrap(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return simpleConditions(node.argument, !holds);
  if (node.type !== "LogicalExpression") return [{ kind: "truthy", node, holds }];
  if (node.operator !== (holds ? "&&" : "||")) return [];
  return [node.left, node.right].flatMap((part) => simpleConditions(part, holds));
}
