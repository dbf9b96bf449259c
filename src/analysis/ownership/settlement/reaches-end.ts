import type { TSESTree } from "@typescript-eslint/utils";
import { loopAround } from "../../../ast/loops.ts";
import { isCallNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { isExportOf, originOf } from "../../../scope/origin.ts";
import { blocksBefore, blocksOf } from "../../control-flow/behind.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Block, Graph } from "../../control-flow/graph.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../functions/deferred.ts";
import { callsOf } from "../process/runs-once.ts";
import { chainAround, reactionTo } from "./reaction-chain.ts";

/**
 * Does the program go on behind this call or `await`, if nothing is rejected? Not when `process.exit()` follows: in the
 * function, in a reaction to the promise that the call gives, or, outside of loops, in all those who call the function.
 *
 * It does not see: what other files do behind an exported function.
 */
export function reachesEnd(sourceCode: SourceCode, node: TSESTree.Node, knowledge: Knowledge): boolean {
  const ending = endingOf(knowledge, sourceCode);
  const seen = new Set<TSESTree.Node>();
  const goesOn = (at: TSESTree.Node): boolean => {
    if (!goesOnBehind(sourceCode, at, ending)) return false;
    const fn = activationOf(at);
    if (!isFunction(fn) || loopAround(at) || seen.has(fn)) return true;
    seen.add(fn);
    const callers = callsOf(sourceCode, fn) ?? [];
    return callers.length === 0 || callers.some((call) => loopAround(call) !== undefined || goesOn(call));
  };
  return goesOn(node);
}

function goesOnBehind(sourceCode: SourceCode, node: TSESTree.Node, knowledge: Knowledge): boolean {
  const graph = graphOf(activationOf(node), knowledge);
  const [home] = blocksOf(graph, node);
  if (!home || !leadsToExit(graph, home)) return false;
  const chain = node.type === "CallExpression" ? chainAround(node) : [];
  return chain.every(
    (each) => each === node || !endsProcess(functionAt(sourceCode, reactionTo(each, false)), knowledge),
  );
}

/** Does a function never come to its end, since the process ends before? */
export function endsProcess(fn: FunctionNode | undefined, knowledge: Knowledge): boolean {
  const graph = fn && graphOf(fn, knowledge);
  return graph !== undefined && !leadsToExit(graph, graph.entry);
}

function leadsToExit(graph: Graph, home: Block): boolean {
  const { exits } = graph;
  return [exits.return, exits.end, exits.throw].some((exit) => blocksBefore(exit, graph).has(home));
}

/**
 * The process ends as well where its end is put off: by a turn, or by a second at most, `setImmediate(exit)`; and until
 * the windows are closed, `app.quit()`, where a handler that refuses is not seen.
 */
const endingOf = oncePer((knowledge: Knowledge, sourceCode: SourceCode): Knowledge => ({
  ...knowledge,
  mayThrow: (node) => knowledge.mayThrow(node),
  neverReturns: (node) =>
    knowledge.neverReturns(node) || quits(sourceCode, node) || putsOffExit(sourceCode, node, knowledge),
}));

/** `app.quit()` of Electron. */
function quits(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  return isCallNamed(node, /^quit$/) && isExportOf(originOf(sourceCode, node.callee), "electron", ["app.quit"]);
}

function putsOffExit(sourceCode: SourceCode, node: TSESTree.Node, knowledge: Knowledge): boolean {
  if (!isCallNamed(node, /^(?:setImmediate|nextTick|setTimeout)$/)) return false;
  const [callback, delay] = node.arguments;
  const isSoon = !delay || (delay.type === "Literal" && Number(delay.value) <= 1000);
  return (
    isSoon && node.parent.type === "ExpressionStatement" && endsProcess(functionAt(sourceCode, callback), knowledge)
  );
}
