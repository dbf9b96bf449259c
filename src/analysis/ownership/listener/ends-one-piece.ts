import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { rootOf } from "../../../ast/members.ts";
import { calleeWord, isThis } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { ending, mayAbort } from "../../../resources/catalog/signals/platform.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Leak } from "../../obligations/leak.ts";
import { bodiesOf } from "../functions/bodies-of.ts";
import { findCalls } from "../functions/calls-of.ts";
import { isOwnMethod, ownFunctionAt } from "../functions/own-functions.ts";
import { teardownOf } from "../object/teardown.ts";
import { methodOf, removesAborts } from "./kept-by-object.ts";
import type { Listening } from "./listening.ts";
import { lastsUntilAbort } from "./owner-of-listener.ts";

/**
 * A listener on the signal that a method is given for one piece of the object's work, `add(id, signal)`, and that ends
 * that piece alone: `() => this.remove(id)`. Others may end it by that method too, and leave the listener.
 *
 * It does not see pieces that the object ends in other ways. A method that returns a function says by that how they
 * end; and any removal in the class that may be of aborts makes it quiet.
 */
export function findKeptForPiece(listening: Listening): Pick<Leak, "cause" | "at" | "field"> | undefined {
  const { sourceCode, added, uses, owner } = listening;
  const { root } = owner;
  const method = methodOf(root);
  if (method?.kind !== "method" || !isFunction(root) || !uses.fn || isThis(rootOf(added.signal))) return undefined;
  if (removesAborts(sourceCode, method.parent.parent) || lastsUntilAbort(root, sourceCode)) return undefined;
  if (resultsOf(root).some((result) => ownFunctionAt(sourceCode, result))) return undefined;
  const bodies = [...bodiesOf(sourceCode, uses.fn, root)];
  for (const call of bodies.flatMap((body) => callsOfObject(sourceCode, body))) {
    const fn = ownFunctionAt(sourceCode, call.callee);
    const name = calleeWord(call) ?? "";
    if (!fn || fn === root || !endsByName(name)) continue;
    if (!call.arguments.some((each) => isPieceOf(sourceCode, each, { root, bodies }))) continue;
    if (!isCalledByOthers(sourceCode, { fn, name }, bodies)) continue;
    const { text } = teardownOf({ name, fn, kind: "method" });
    const field = { kind: "unreached", teardown: text, writtenAt: fn } as const;
    return { cause: "never-released", at: undefined, field };
  }
  return undefined;
}

/** `this.remove(id)` in a function's own code. */
function callsOfObject(sourceCode: SourceCode, { body }: FunctionNode): TSESTree.CallExpression[] {
  return ownNodes(sourceCode, body).flatMap((node) => {
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    const isOfObject = callee?.type === "MemberExpression" && isThis(callee.object);
    return node.type === "CallExpression" && isOfObject ? [node] : [];
  });
}

function endsByName(name: string): boolean {
  const word = name.replace(/^[#_]+/, "");
  return ending.test(word) || mayAbort.test(word) || /^un[a-z]/.test(word);
}

interface Adding {
  /** The method that listens. */
  readonly root: FunctionNode;
  /** The listener, with the local functions it calls. */
  readonly bodies: readonly FunctionNode[];
}

/** Is it a name of the call that listens, which the object is given there too: `this.pieces.set(id, piece)`? */
function isPieceOf(sourceCode: SourceCode, argument: TSESTree.Node, { root, bodies }: Adding): boolean {
  const variable = variableOf(sourceCode, unwrap(argument));
  if (!variable?.defs.some(({ name }) => isWithin(name, root))) return false;
  return variable.references.some(
    ({ identifier, init }) =>
      !init && !bodies.some((body) => isWithin(identifier, body)) && isKeptByObject(identifier, root),
  );
}

function isKeptByObject(identifier: TSESTree.Node, root: FunctionNode): boolean {
  let at: TSESTree.Node | undefined = identifier;
  for (; at && at !== root && !/Statement$/.test(at.type); at = at.parent) {
    if (at.type === "AssignmentExpression" && isThis(rootOf(at.left))) return true;
    const isCall = at.type === "CallExpression" && isThis(rootOf(at.callee)) && at.callee !== identifier;
    if (isCall && keeping.test(calleeWord(at as TSESTree.CallExpression) ?? "")) return true;
  }
  return false;
}

/** Methods that keep what they are given, by their name. */
const keeping = /^[#_]*(?:add|append|enqueue|keep|put|push|register|schedule|set|store|subscribe|track|want)/;

/** May anybody else call a method: from outside, or from the class other than at an abort? */
function isCalledByOthers(
  sourceCode: SourceCode,
  { fn, name }: { fn: FunctionNode; name: string },
  bodies: readonly FunctionNode[],
): boolean {
  if (!isOwnMethod(fn) && !name.startsWith("_")) return true;
  return findCalls(sourceCode, fn).some((call) => !bodies.some((body) => isWithin(call, body)));
}
