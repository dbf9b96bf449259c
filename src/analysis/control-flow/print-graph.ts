import type { TSESTree } from "@typescript-eslint/utils";
import type { Block, Completion, Condition, Edge, Event, Graph } from "./graph.ts";

/**
 * A graph as text, for tests and for reading: a paragraph per reachable block with its events and its edges. `→` is a
 * normal edge, `⇢` an exceptional one; `+return` means that a `finally` is entered with that completion pending,
 * `-return` that it is left with it.
 */
export function printGraph(graph: Graph, text: string): string {
  const order = reachable(graph);
  const names = new Map(order.map((block, i) => [block, nameOf(graph, block, i)]));
  const source = (node: TSESTree.Node): string => oneLine(text.slice(...node.range));
  const printEdge = (edge: Edge): string =>
    [
      `  ${edge.kind === "normal" ? "→" : "⇢"} ${names.get(edge.to)}`,
      edge.condition && printCondition(edge.condition, source),
      edge.enters && `+${printCompletion(edge.enters, names)}`,
      edge.leaves && `-${printCompletion(edge.leaves, names)}`,
      edge.by && edge.kind === "exceptional" && !edge.leaves && `by ${source(edge.by)}`,
    ]
      .filter(Boolean)
      .join(" ");
  return order
    .map((block) =>
      [
        names.get(block),
        ...block.events.filter(isTelling).map((event) => `  ${printEvent(event, source)}`),
        ...block.edges.map(printEdge),
      ].join("\n"),
    )
    .join("\n");
}

const telling = new Set(
  (
    "CallExpression NewExpression AwaitExpression YieldExpression AssignmentExpression UpdateExpression " +
    "VariableDeclarator VariableDeclaration ReturnStatement ThrowStatement BreakStatement ContinueStatement " +
    "TaggedTemplateExpression PropertyDefinition AccessorProperty StaticBlock"
  ).split(" "),
);

function isTelling({ kind, node }: Event): boolean {
  return kind === "dispose" || telling.has(node.type);
}

function printEvent({ kind, node }: Event, source: (node: TSESTree.Node) => string): string {
  return kind === "dispose" ? `dispose ${source(node)}` : source(node);
}

function printCondition({ kind, node, test, holds }: Condition, source: (node: TSESTree.Node) => string): string {
  const not = holds ? "" : "not ";
  if (kind === "case" && test) return `if ${not}${source(node)} is ${source(test)}`;
  return kind === "truthy" ? `if ${not}${source(node)}` : `if ${not}${kind} ${source(node)}`;
}

function printCompletion({ kind, target }: Completion, names: ReadonlyMap<Block, string>): string {
  return kind === "break" || kind === "continue" ? `${kind}:${target && names.get(target)}` : kind;
}

function nameOf({ entry, exits }: Graph, block: Block, index: number): string {
  if (block === entry) return "entry";
  const exit = (["return", "end", "throw"] as const).find((kind) => exits[kind] === block);
  return exit ? `exit ${exit}` : `b${index}`;
}

function reachable({ entry }: Graph): Block[] {
  const seen = new Set([entry]);
  for (const block of seen) for (const { to } of block.edges) seen.add(to);
  return [...seen];
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
