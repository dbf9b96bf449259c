import type { TSESTree } from "@typescript-eslint/utils";
import { methodCallOf } from "../../../ast/members.ts";
import { calleeMatches } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";

/** Where the handle of an acquire is kept. */
export interface Stored {
  /** The member expression, variable or class field that gets it. */
  readonly target: TSESTree.Node;
  /** The assignment, declarator or field that puts it there: an event of the graph. */
  readonly event: TSESTree.Node;
}

/** Methods of a handle that give the handle back. */
const fluent = /^(?:unref|ref|refresh)$/;

/**
 * The place that an acquire's handle is stored in, straight or by way of one constant that is used for nothing else
 * (`const t = setTimeout(…); t.unref(); this.t = t`). `undefined` when it goes anywhere else.
 */
export function storedIn(sourceCode: SourceCode, { node }: Acquisition): Stored | undefined {
  const stored = placeOf(node);
  const isConstant = stored?.event.type === "VariableDeclarator" && stored.event.parent.kind === "const";
  const variable = isConstant ? variableOf(sourceCode, stored.target) : undefined;
  if (!variable) return stored;
  let onward: Stored | undefined;
  for (const read of readsOf(variable)) {
    if (isFluentCall(read)) continue;
    const next = placeOf(read);
    if (!next || onward) return undefined;
    onward = next;
  }
  return onward;
}

function placeOf(node: TSESTree.Node): Stored | undefined {
  const value = outermost(node);
  const { parent } = value;
  switch (parent.type) {
    case "AssignmentExpression": {
      const isPlain =
        parent.right === value && /^(?:ExpressionStatement|ArrowFunctionExpression)$/.test(parent.parent.type);
      return isPlain ? { target: parent.left, event: parent } : undefined;
    }
    case "VariableDeclarator":
      return parent.init === value ? { target: parent.id, event: parent } : undefined;
    case "PropertyDefinition":
    case "AccessorProperty":
      return parent.value === value ? { target: parent, event: parent } : undefined;
    case "ConditionalExpression":
      return parent.test === value ? undefined : placeOf(parent);
    case "LogicalExpression":
      return parent.right === value ? placeOf(parent) : undefined;
    case "MemberExpression":
      return parent.object === value && isFluentCall(value) ? placeOf(outermost(parent).parent) : undefined;
    default:
      return undefined;
  }
}

/** Is it the `t` of `t.unref()`? */
function isFluentCall(node: TSESTree.Node): boolean {
  const call = methodCallOf(node);
  return call !== undefined && calleeMatches(call, fluent);
}
