import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeWord, memberName } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { RacedInLoop } from "../analysis/ownership/races/raced-in-loops.ts";
import type { Fix } from "./fix.ts";

/** What a loop asks to know whether it is over: each is a plain read. */
const check = /^(?:[eE]rr|aborted|throwIfAborted|is(?:Done|Cancell?ed|Aborted))$/;

/**
 * `await Promise.race([ctx.done(), sleep(ms)])` → `await sleep(ms)`, where every turn asks for the end anyway: the loop
 * then ends up to one wait later.
 *
 * @returns `null` where the result of the race is used, where what it is raced with is no sleep, and where the loop
 * does not ask
 */
export function pollInstead(sourceCode: Readonly<TSESLint.SourceCode>, { race, racer, loop }: RacedInLoop): Fix | null {
  const others = othersOf(race, racer);
  const [other] = others;
  const isWaitedFor = race.parent.type === "AwaitExpression" && race.parent.parent.type === "ExpressionStatement";
  if (!isWaitedFor || !other || others.length > 1 || !isSleep(other) || !asksForEnd(sourceCode, loop)) return null;
  return { edits: [{ range: race.range, text: sourceCode.getText(other) }] };
}

/** What waits for a time, and so comes back by itself. */
const sleep = /^(?:sleep|delay|wait|pause|setTimeout|setImmediate)(?:[A-Z]\w*)?$/;

function isSleep(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && sleep.test(calleeWord(node) ?? "");
}

/** What is raced beside one element. */
export function othersOf(race: TSESTree.CallExpression, racer: TSESTree.Node): readonly TSESTree.Node[] {
  const [list] = race.arguments;
  const elements = list?.type === "ArrayExpression" ? list.elements : [];
  return elements.filter((each): each is TSESTree.Expression => each !== null && each !== racer);
}

function asksForEnd(sourceCode: Readonly<TSESLint.SourceCode>, loop: RacedInLoop["loop"]): boolean {
  for (const node of ownNodes(sourceCode, loop)) {
    if (node.type === "MemberExpression" && check.test(memberName(node) ?? "")) return true;
  }
  return false;
}
