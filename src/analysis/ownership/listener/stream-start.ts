import type { FunctionNode } from "../../../ast/functions.ts";
import { calleeWord, propertyName } from "../../../ast/names.ts";
import { outermost } from "../../../ast/transparent.ts";

/** Is a function the `start` of a stream that is made where it is written? It runs there and then, and once. */
export function isStreamStart(fn: FunctionNode): boolean {
  const { parent: property } = outermost(fn);
  if (property?.type !== "Property" || propertyName(property) !== "start") return false;
  const { parent: made } = outermost(property.parent);
  return made?.type === "NewExpression" && /^(?:Readable|Writable|Transform)Stream$/.test(calleeWord(made) ?? "");
}
