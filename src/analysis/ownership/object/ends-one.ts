import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isCallNamed } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";

/**
 * Does a method end one of many that the object has, rather than the object:
 * `disconnect(id) { this.peers.get(id).end(); }`? It looks up what it must be given.
 *
 * It does not see: what is compared with each of a list, and what other methods look up for it.
 */
export function endsOneOfMany(sourceCode: SourceCode, { params, body }: FunctionNode): boolean {
  const needed = new Set(params.flatMap((each) => (each.type === "Identifier" && !each.optional ? each.name : [])));
  const isGiven = (key: TSESTree.Node | undefined): boolean => {
    const name = key && unwrap(key);
    return name?.type === "Identifier" && needed.has(name.name);
  };
  if (needed.size === 0) return false;
  return ownNodes(sourceCode, body).some((node) => {
    if (node.type === "MemberExpression") return node.computed && isGiven(node.property);
    const [key] = node.type === "CallExpression" ? node.arguments : [];
    return isCallNamed(node, /^(?:get|delete|has)$/) && isGiven(key);
  });
}
