import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../src/ast/functions.ts";

export type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** The children in the order of the source. A shorthand property is its value. */
export function childrenOf(node: TSESTree.Node, visitorKeys: VisitorKeys): TSESTree.Node[] {
  if (node.type === "Property" && node.shorthand) return [node.value];
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | null | (TSESTree.Node | null)[])
    .filter((child) => child !== null)
    .sort((one, other) => one.range[0] - other.range[0]);
}

/** Is this one of the callbacks that the programs run on the spot? */
export function runsNow(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type === "NewExpression") return true;
  if (parent.type !== "CallExpression") return false;
  const { callee } = parent;
  if (callee === fn) return true;
  const method = callee.type === "MemberExpression" ? callee.property : undefined;
  return method?.type === "Identifier" && method.name === "forEach";
}

/** Does this call make a context, by itself or through the program's own helper? */
export function acquires({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === "Identifier" && ["withCancel", "withTimeout", "derive"].includes(callee.name);
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** Might this call throw? Only where a `catch` of the function waits for it, and never what releases. */
export function isRisky(node: Call, callee: string): boolean {
  if (/^(?:cancel|stop|cleanup|handle\d|setTimeout|resolve|Promise$)|\.(?:then|finally|defer)$/.test(callee)) return false;
  if ("arguments" in node && node.arguments.some((each) => isFunction(each) && runsNow(each))) return false;
  for (let at: TSESTree.Node = node; at.parent; at = at.parent) {
    if (isFunction(at) && (!runsNow(at) || at.parent.type === "NewExpression")) return false;
    if (at.parent.type === "TryStatement" && at.parent.handler && at.parent.block === at) return true;
  }
  return false;
}

/** Is there a `?.` between this part of a chain and its beginning? Then nothing can be wrapped around it. */
export function isBehindOptional(node: TSESTree.Node): boolean {
  if (node.type === "CallExpression") return node.optional || isBehindOptional(node.callee);
  if (node.type === "MemberExpression") return node.optional || isBehindOptional(node.object);
  return false;
}

/** What a function that runs later calls without arguments, as the source of a list: the handles it holds. */
export function sourceOfHeld(
  fn: FunctionNode,
  source: (node: TSESTree.Node) => string,
  visitorKeys: VisitorKeys,
): string {
  const held: string[] = [];
  const visit = (node: TSESTree.Node): void => {
    if (node.type === "CallExpression" && node.arguments.length === 0) held.push(source(node.callee));
    for (const child of childrenOf(node, visitorKeys)) visit(child);
  };
  visit(fn.body);
  return `[${held.join(", ")}]`;
}

/** The function whose `return` this is. */
export function functionAround(node: TSESTree.Node): FunctionNode {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  throw new TypeError("a return outside of a function");
}
