import type { FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { functionOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { variablesUsedIn } from "./used-in.ts";

/** A function with the local functions of its activation that it names, and those that these name. */
export function bodiesOf(sourceCode: SourceCode, fn: FunctionNode, root: GraphRoot): ReadonlySet<FunctionNode> {
  const bodies = new Set<FunctionNode>([fn]);
  for (const body of bodies) {
    for (const variable of variablesUsedIn(sourceCode, body)) {
      const called = functionOf(variable);
      if (called && isWithin(called, root)) bodies.add(called);
    }
  }
  return bodies;
}
