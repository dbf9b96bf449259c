import type { TSESTree } from "@typescript-eslint/utils";
import { loopAround } from "../../../ast/loops.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin, placeOf } from "../../../ast/statement-list.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Obligation } from "../../obligations/obligation.ts";

/**
 * Does each turn of a loop put a one-shot off, and the last turn leave it to do its work? Every clear stands in front
 * of where it is armed again, and what it does is about the turn: `clearTimeout(t); t = setTimeout(() => look(name))`.
 *
 * One that guards the turns names nothing of them, `() => controller.abort()`: it is owed when they are over.
 */
export function isPutOff(sourceCode: SourceCode, { acquisition, effects }: Obligation): boolean {
  const { node } = acquisition;
  const loop = loopAround(node);
  const place = loop && placeOf(statementOf(node));
  if (!place || place.list[place.index] === loop) return false;
  const before = place.list.slice(0, place.index);
  const clears = [...effects].flatMap(([at, list]) => (list.some(({ kind }) => kind === "release") ? [at] : []));
  const isOfTurn = (each: TSESTree.Node): boolean =>
    variableOf(sourceCode, each)?.defs.some(({ name }) => isWithin(name, loop) && !isWithin(name, node)) ?? false;
  return (
    clears.every((clear) => before.some((statement) => isWithin(clear, statement))) &&
    node.arguments.some((argument) => someNode(sourceCode, argument, isOfTurn))
  );
}

function statementOf(node: TSESTree.Node): TSESTree.Node {
  let at = node;
  while (at.parent && !/Statement$|Declaration$/.test(at.type)) at = at.parent;
  return at;
}
