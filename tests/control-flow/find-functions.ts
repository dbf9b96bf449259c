import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../src/ast/functions.ts";

export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

export interface Found {
  readonly fn: FunctionNode;
  readonly depth: number;
}

/**
 * Every function of a program, in source order, with its depth: 0 for those inside no other function. The nodes get
 * their parents on the way, as ESLint gives them before a rule sees them.
 */
export function findFunctions(program: TSESTree.Program, visitorKeys: VisitorKeys): Found[] {
  const found: Found[] = [];
  const visit = (node: TSESTree.Node, parent: TSESTree.Node | undefined, depth: number): void => {
    node.parent = parent as never;
    // A method's body-less declaration is no function with a graph.
    const isRoot = isFunction(node) && "body" in node;
    if (isRoot) found.push({ fn: node, depth });
    for (const key of visitorKeys[node.type] ?? []) {
      const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | null | (TSESTree.Node | null)[];
      const children = Array.isArray(child) ? child : [child];
      for (const each of children) if (each) visit(each, node, isRoot ? depth + 1 : depth);
    }
  };
  visit(program, undefined, 0);
  return found;
}
