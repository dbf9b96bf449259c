import { calleeMatches, propertyName } from "../../../ast/names.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { outermost } from "../../../ast/transparent.ts";

/**
 * Is it the `start` of a stream's source, `new ReadableStream({ async start() { … } })`? It runs once, and the stream
 * goes on behind it.
 */
export function startsStream({ parent }: FunctionNode): boolean {
  if (parent.type !== "Property" || propertyName(parent) !== "start") return false;
  const made = outermost(parent.parent).parent;
  return made.type === "NewExpression" && calleeMatches(made, /^(?:Readable|Writable|Transform)Stream$/);
}
