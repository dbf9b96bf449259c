import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Graph, GraphRoot } from "../control-flow/graph.ts";
import { runsIn } from "../control-flow/immediate-callback.ts";
import { isWrittenOnce } from "../../scope/variables.ts";
import { formulaOf, type Formula } from "./formula.ts";
import { latchOf } from "./latch.ts";
import { isLoopHead, writingsOf, type Slot } from "./slots.ts";
import { joinValues, kinds, type AbstractValue } from "./value.ts";

/** Events with the variables to which they give a value that is never null. */
export type Bindings = ReadonlyMap<TSESTree.Node, ReadonlySet<TSESLint.Scope.Variable>>;

/** One event that gives a slot a value, and the value where it is known, or what it depends on where it is a test. */
export interface Write {
  readonly event: TSESTree.Node;
  readonly value: AbstractValue | undefined;
  readonly formula?: Formula | undefined;
}

/** Who writes a slot, seen from one graph. */
export interface Writes {
  readonly here: readonly Write[];
  /** A function that runs later, or other code of the file, writes it too: its value may change at any call. */
  readonly elsewhere: boolean;
  /** What it keeps once it has it, where it is written both here and elsewhere. */
  readonly latch?: AbstractValue;
}

/** @param bindings the events that are known to give these variables a value that is never null */
export function writesOf(sourceCode: SourceCode, slot: Slot, root: GraphRoot, bindings: Bindings): Writes {
  const here: Write[] = [];
  let elsewhere = false;
  const writings = writingsOf(slot);
  const isSetOnce = slot.member === undefined ? isSetBefore(slot.variable, root) : writings.length === 1;
  for (const { target, isFirst, value, given } of writings) {
    if (!runsIn(target, root)) {
      const isBare = isFirst && !given && value;
      elsewhere ||= !isSetOnce && !isBare;
      continue;
    }
    const event = writingEvent(target);
    if (slot.member === undefined && bindings.get(event)?.has(slot.variable))
      here.push({ event, value: { kinds: kinds.truthy } });
    else here.push({ event, value, formula: given && !value ? formulaOf(sourceCode, given) : undefined });
  }
  const latch = elsewhere && here.length > 0 ? latchOf(slot, writings) : undefined;
  if (!latch) return { here, elsewhere };
  // Behind any write, somebody else may have set it.
  return {
    here: here.map((each) => ({ ...each, value: each.value && joinValues(each.value, latch) })),
    elsewhere,
    latch,
  };
}

/** What somebody else declares, and writes once, mostly has its value by now. */
function isSetBefore(variable: TSESLint.Scope.Variable, root: GraphRoot): boolean {
  return isWrittenOnce(variable) && !variable.defs.some(({ node }) => runsIn(node, root));
}

/** The event that writes what stands here: a variable, or a member. */
export function writingEvent(target: TSESTree.Node): TSESTree.Node {
  for (let at = target; at.parent; at = at.parent) {
    if (at.type === "AssignmentExpression" || at.type === "UpdateExpression") return at;
    if (at.type === "VariableDeclarator") return isLoopHead(at.parent) ? at.parent : at;
    if (at.parent.type === "ForOfStatement" || at.parent.type === "ForInStatement") return at;
  }
  return target;
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
