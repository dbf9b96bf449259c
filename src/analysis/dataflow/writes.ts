import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../ast/names.ts";
import type { Graph, GraphRoot } from "../control-flow/graph.ts";
import { runsIn } from "../control-flow/immediate-callback.ts";
import { isWrittenOnce } from "../../scope/variables.ts";
import { literalValue } from "./literals.ts";
import { latchOf } from "./latch.ts";
import { joinValues, kinds, type AbstractValue } from "./value.ts";

/** Events with the variables to which they give a value that is never null. */
export type Bindings = ReadonlyMap<TSESTree.Node, ReadonlySet<TSESLint.Scope.Variable>>;

/** One event that gives a variable a value, and the value where it is known. */
export interface Write {
  readonly event: TSESTree.Node;
  readonly value: AbstractValue | undefined;
}

/** Who writes a variable, seen from one graph. */
export interface Writes {
  readonly here: readonly Write[];
  /** A function that runs later, or other code of the file, writes it too: its value may change at any call. */
  readonly elsewhere: boolean;
  /** What it keeps once it has it, where it is written both here and elsewhere. */
  readonly latch?: AbstractValue;
}

/** @param bindings the events that are known to give these variables a value that is never null */
export function writesOf(variable: TSESLint.Scope.Variable, root: GraphRoot, bindings: Bindings): Writes {
  const here: Write[] = [];
  // What somebody else declares, and writes once, mostly has its value by now.
  const isDeclaredHere = variable.defs.some(({ node }) => runsIn(node, root));
  let elsewhere = false;
  for (const { node } of variable.defs) {
    const isBare =
      node.type === "VariableDeclarator" && !node.init && node.parent.kind === "let" && !isLoopHead(node.parent);
    if (isBare && runsIn(node, root)) here.push({ event: node, value: { kinds: kinds.undefined } });
  }
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    if (!runsIn(reference.identifier, root)) elsewhere ||= isDeclaredHere || !isWrittenOnce(variable);
    else here.push(writeAt(reference.identifier, bindings, variable));
  }
  const latch = elsewhere && here.length > 0 ? latchOf(variable) : undefined;
  if (!latch) return { here, elsewhere };
  // Behind any write, somebody else may have set it.
  return {
    here: here.map(({ event, value }) => ({ event, value: value && joinValues(value, latch) })),
    elsewhere,
    latch,
  };
}

function isLoopHead({ parent }: TSESTree.VariableDeclaration): boolean {
  return parent.type === "ForOfStatement" || parent.type === "ForInStatement";
}

/** The event that writes the variable at this identifier. */
export function writingEvent(identifier: TSESTree.Node): TSESTree.Node {
  for (let at = identifier; at.parent; at = at.parent) {
    if (at.type === "AssignmentExpression" || at.type === "UpdateExpression") return at;
    if (at.type === "VariableDeclarator") return isLoopHead(at.parent) ? at.parent : at;
    if (at.parent.type === "ForOfStatement" || at.parent.type === "ForInStatement") return at;
  }
  return identifier;
}

function writeAt(identifier: TSESTree.Node, bindings: Bindings, variable: TSESLint.Scope.Variable): Write {
  const event = writingEvent(identifier);
  if (bindings.get(event)?.has(variable)) return { event, value: { kinds: kinds.truthy } };
  const { parent } = identifier;
  const right =
    parent?.type === "VariableDeclarator" && parent.id === identifier
      ? parent.init
      : parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.left === identifier
        ? parent.right
        : undefined;
  return { event, value: right ? literalValue(right) : undefined };
}

/** The names of all members that a graph assigns: what is known of such a path does not last. */
export function writtenMembers({ blocks }: Graph): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { events } of blocks) {
    for (const { node } of events) {
      const target =
        node.type === "AssignmentExpression" ? node.left : node.type === "UpdateExpression" ? node.argument : undefined;
      const name = target?.type === "MemberExpression" ? memberName(target) : undefined;
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}
