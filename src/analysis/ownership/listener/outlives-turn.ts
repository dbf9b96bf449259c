import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { mayRepeat, type Loop } from "../../../ast/loops.ts";
import { memberName } from "../../../ast/names.ts";
import { findPatternKeys } from "../../../ast/pattern-keys.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { initOf, variableOf } from "../../../scope/variables.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../deferred.ts";
import { mentionsOf } from "../object/mentions.ts";
import { findLoop } from "../races/turns.ts";
import { findCalls } from "../settlement/calls-of.ts";
import type { AbortListener } from "./abort-listener.ts";
import { argumentsOf } from "./given-by-calls.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What is known of the file, and how many calls were looked through. */
interface Search {
  readonly sourceCode: SourceCode;
  readonly knowledge: Knowledge;
  readonly depth: number;
}

/** From a place to the loop around it, no more functions than these are looked through. */
const maxDepth = 4;

/**
 * Does a signal outlive what listens on it, because that is done in each turn of a loop? Whoever made the signal then.
 * A loop in a function that itself waits for its end is no such: what it adds is its own.
 */
export function isOfTurn(
  { sourceCode, knowledge }: Omit<Search, "depth">,
  { node, signal }: Pick<AbortListener, "node" | "signal">,
  owner: ListenerOwner,
): boolean {
  const at = owner.end === "settlement" ? owner.promise : node;
  if (owner.end !== "settlement" && mayRepeat(node, owner.root)) return false;
  return outlivesTurn({ sourceCode, knowledge, depth: 0 }, signal, at);
}

/**
 * Is a signal older than the turn of a loop that a place stands in, or that a function with it is called in? Then each
 * turn leaves a listener on it, whoever made the signal. A loop that counts, or goes through a list, ends soon, and so
 * does a timeout.
 *
 * It does not see a field that a function writes which the loop calls by way of another.
 */
function outlivesTurn(search: Search, signal: TSESTree.Node, at: TSESTree.Node): boolean {
  const { sourceCode, knowledge, depth } = search;
  const loop = findLoop(sourceCode, at, knowledge);
  if (loop) return !isCounted(loop) && isOlder(sourceCode, signal, loop);
  const root = activationOf(at);
  if (depth > maxDepth || !isFunction(root)) return false;
  const next = { ...search, depth: depth + 1 };
  const base = baseOf(signal);
  const variable = variableOf(sourceCode, base);
  const definition = variable?.defs[0];
  if (definition?.type === "Parameter" && definition.node === root) {
    const { pattern } = findPatternKeys(definition.name);
    return argumentsOf(sourceCode, root, pattern).some(({ call, given }) =>
      given.some((each) => outlivesTurn(next, each, call)),
    );
  }
  const init = variable && initOf(variable);
  if (init && isWithin(init, root)) return isNamed(init) && outlivesTurn(next, init, at);
  return (
    !isWrittenIn(sourceCode, signal, root) &&
    findCalls(sourceCode, root).some((call) => outlivesTurn(next, signal, call))
  );
}

/** Does its head say that there are few turns: those of a list, or of a counter? */
function isCounted(loop: Loop): boolean {
  if (loop.type === "ForInStatement" || (loop.type === "ForOfStatement" && !loop.await)) return true;
  const test = "test" in loop ? loop.test : undefined;
  return test?.type === "BinaryExpression" && /^[<>]=?$/.test(test.operator);
}

/** The name, or the member of `this`, that an expression begins with: `options` of `options.signal`. */
function baseOf(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  if (node.type !== "MemberExpression" || unwrap(node.object).type === "ThisExpression") return node;
  return baseOf(node.object);
}

/** Does an expression do nothing but name something? */
function isNamed(expression: TSESTree.Node): boolean {
  const base = baseOf(expression);
  return base.type === "Identifier" || base.type === "MemberExpression";
}

/** Was it there before the loop, and does nothing in the loop replace it? */
function isOlder(sourceCode: SourceCode, signal: TSESTree.Node, loop: Loop): boolean {
  if (!isNamed(signal) || isWrittenIn(sourceCode, signal, loop)) return false;
  const variable = variableOf(sourceCode, baseOf(signal));
  const definition = variable?.defs[0];
  if (!variable || !definition) return baseOf(signal).type === "MemberExpression";
  const init = initOf(variable);
  if (isWithin(definition.name, loop)) return init !== undefined && isOlder(sourceCode, init, loop);
  return !init || !/\btimeout\(/.test(sourceCode.getText(init));
}

/** Is what an expression names written in a node, or in a method that is called there? */
function isWrittenIn(sourceCode: SourceCode, expression: TSESTree.Node, node: TSESTree.Node): boolean {
  const base = baseOf(expression);
  if (base.type !== "MemberExpression")
    return (
      variableOf(sourceCode, base)?.references.some(
        (each) => each.isWrite() && !each.init && isWithin(each.identifier, node),
      ) === true
    );
  return mentionsOf(sourceCode, memberName(base) ?? "").some((mention) => {
    const target = outermost(mention.parent!);
    const isWrite = target.parent?.type === "AssignmentExpression" && target.parent.left === target;
    if (!isWrite) return false;
    const fn = activationOf(target);
    return isWithin(target, node) || (isFunction(fn) && findCalls(sourceCode, fn).some((call) => isWithin(call, node)));
  });
}
