import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { mayRepeat, type Loop } from "../../../ast/loops.ts";
import { calleeMatches, calleeWord, memberName, propertyName } from "../../../ast/names.ts";
import { findPatternKeys } from "../../../ast/pattern-keys.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { initOf, variableOf } from "../../../scope/variables.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../functions/deferred.ts";
import { writesOfMember } from "../functions/member-writes.ts";
import { findLoop } from "../races/turns.ts";
import { findCalls } from "../functions/calls-of.ts";
import type { AbortListener } from "../signals/abort-listener.ts";
import { abortsOf } from "../signals/aborts-of.ts";
import { argumentsOf, givenByCalls } from "../functions/given-by-calls.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";

/** What is known of the file, and the functions that were looked through, each with the signal that was asked for. */
interface Search {
  readonly sourceCode: SourceCode;
  readonly knowledge: Knowledge;
  readonly seen: Set<string>;
}

/**
 * Does a signal outlive what listens on it, because that is done in each turn of a loop? Whoever made the signal then.
 * A loop in a function that itself waits for its end is no such: what it adds is its own. Nor is a function that sets
 * something up, which may be kept as long as the signal.
 */
export function isOfTurn(
  { sourceCode, knowledge }: Omit<Search, "seen">,
  { node, signal }: Pick<AbortListener, "node" | "signal">,
  owner: ListenerOwner,
): boolean {
  const at = owner.end === "settlement" ? owner.promise : node;
  if (owner.end === "none" || (owner.end === "activation" && mayRepeat(node, owner.root))) return false;
  return outlivesTurn({ sourceCode, knowledge, seen: new Set() }, signal, at);
}

/**
 * Is a signal older than the turn of a loop that a place stands in, or that a function with it is called in? Then each
 * turn leaves a listener on it, whoever made the signal. A loop that counts, or goes through a list, ends soon, and so
 * does a timeout. What an iterator or a stream is asked for part by part is a turn each time.
 *
 * It does not see a field that a function writes which the loop calls by way of another.
 */
function outlivesTurn(search: Search, signal: TSESTree.Node, at: TSESTree.Node): boolean {
  const { sourceCode, knowledge, seen } = search;
  const loop = findLoop(sourceCode, at, knowledge);
  if (loop) return !isCounted(sourceCode, loop) && isOlder(sourceCode, signal, loop);
  const root = activationOf(at);
  if (isFunction(root) && isAskedAgain(root)) return isOlder(sourceCode, signal, root);
  const base = baseOf(signal);
  const step = `${root.range[0]} ${sourceCode.getText(base)}`;
  if (seen.has(step) || !isFunction(root)) return false;
  seen.add(step);
  if (isWrittenIn(sourceCode, signal, root)) return false;
  const variable = variableOf(sourceCode, base);
  const definition = variable?.defs[0];
  if (definition?.type === "Parameter" && definition.node === root) {
    const { pattern } = findPatternKeys(definition.name);
    return argumentsOf(sourceCode, root, pattern).some(({ call, given }) =>
      given.some((each) => outlivesTurn(search, each, call)),
    );
  }
  const init = variable && initOf(variable);
  if (init && isWithin(init, root)) return isNamed(init) && outlivesTurn(search, init, at);
  return findCalls(sourceCode, root).some((call) => outlivesTurn(search, signal, call));
}

/**
 * Does its head say that there are few turns: those of a list, or of a counter? One that the loop sets back counts what
 * went wrong since it last went well.
 */
function isCounted(sourceCode: SourceCode, loop: Loop): boolean {
  if (loop.type === "ForInStatement" || (loop.type === "ForOfStatement" && !loop.await)) return true;
  const test = "test" in loop ? loop.test : undefined;
  if (test?.type !== "BinaryExpression" || !/^[<>]=?$/.test(test.operator)) return false;
  const counters = [test.left, test.right].flatMap((side) => variableOf(sourceCode, side) ?? []);
  return !counters.some(({ references }) =>
    references.some(
      ({ identifier, init, writeExpr }) =>
        !init && writeExpr?.type === "Literal" && isSetTo(identifier, writeExpr) && isWithin(identifier, loop.body),
    ),
  );
}

/** `failures = 0`, not `failures += 1` */
function isSetTo({ parent }: TSESTree.Node, value: TSESTree.Node): boolean {
  return parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.right === value;
}

/** Is it the member of an object that is asked for one part after the other: an iterator's, or a stream's? */
function isAskedAgain({ parent }: FunctionNode): boolean {
  if (parent.type !== "Property" || parent.parent.type !== "ObjectExpression") return false;
  const name = propertyName(parent) ?? "";
  const made = outermost(parent.parent).parent;
  if (made.type !== "NewExpression") return name === "next" && made.type === "ReturnStatement";
  return /^(?:pull|transform|write)$/.test(name) && calleeMatches(made, /^(?:Readable|Writable|Transform)Stream$/);
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
function isOlder(sourceCode: SourceCode, signal: TSESTree.Node, loop: TSESTree.Node): boolean {
  if (!isNamed(signal) || isWrittenIn(sourceCode, signal, loop)) return false;
  const variable = variableOf(sourceCode, baseOf(signal));
  const definition = variable?.defs[0];
  if (!variable || !definition) return baseOf(signal).type === "MemberExpression";
  const init = initOf(variable);
  if (isWithin(definition.name, loop)) return init !== undefined && isOlder(sourceCode, init, loop);
  return !endsSoon(sourceCode, signal);
}

/** A name that stands for another one: so often at most. */
const maxDepth = 8;

/** Is it a timeout, here or at every call: `AbortSignal.timeout(…)`, or a controller that a timer aborts? */
function endsSoon(sourceCode: SourceCode, expression: TSESTree.Node, depth: number = 0): boolean {
  const base = baseOf(expression);
  if (/\btimeout\(/i.test(sourceCode.getText(base))) return true;
  const variable = variableOf(sourceCode, base);
  const definition = variable?.defs[0];
  if (!variable || !definition || depth > maxDepth) return false;
  if (abortsOf(variable).some(isLate)) return true;
  const init = initOf(variable);
  if (init) return endsSoon(sourceCode, init, depth + 1);
  if (definition.type !== "Parameter" || !isFunction(definition.node)) return false;
  const { pattern } = findPatternKeys(definition.name);
  const given = givenByCalls(sourceCode, definition.node, pattern) ?? [];
  return given.length > 0 && given.every((each) => endsSoon(sourceCode, each, depth + 1));
}

/** `setTimeout(() => controller.abort(), ms)` */
function isLate(abort: TSESTree.Node): boolean {
  const timer = callGiven(enclosingFunction(abort));
  return timer !== undefined && calleeWord(timer) === "setTimeout";
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
  const name = memberName(base);
  if (name === undefined) return true;
  return writesOfMember(sourceCode, name).some(({ member }) => {
    const fn = activationOf(member);
    return isWithin(member, node) || (isFunction(fn) && findCalls(sourceCode, fn).some((call) => isWithin(call, node)));
  });
}
