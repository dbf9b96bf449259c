import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { loopAround } from "../../../ast/loops.ts";
import { calleeMatches, calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { isConstant } from "../../../scope/variables.ts";
import { isGuardedOnce } from "./guarded-once.ts";
import { isMadeOnDemand, runsOfMember } from "./made-once.ts";

/**
 * Does a node run at most once, as part of the run of its module? At the top level it does, in a function that is only
 * called from there (`main()`), in one that is invoked where it is written, in the constructor of an object that is
 * made once, behind a flag, and in what waits there for something that happens once (`ready.then(…)`,
 * `server.once("listening", …)`). What a browser is told to run in each new document is a module of that.
 *
 * It does not see: an exported function that others call once.
 */
export function runsOnce(sourceCode: SourceCode, node: TSESTree.Node, depth: number = 0): boolean {
  if (depth > maxDepth) return true;
  if (isMadeOnDemand(sourceCode, node) || isGuardedOnce(sourceCode, node)) return true;
  if (loopAround(node)) return false;
  const fn = enclosingFunction(node);
  if (fn.type === "Program" || isScriptOfPage(fn)) return true;
  if (fn.generator) return false;
  const calls = callsOf(sourceCode, fn) ?? runsOfMember(sourceCode, fn);
  return calls !== undefined && calls.length === 1 && runsOnce(sourceCode, calls[0]!, depth + 1);
}

/** Functions nested deeper than this, or calling each other in a longer chain, are taken to run once. */
const maxDepth = 20;

/** The places a function is run from; `undefined` when others may run it too. */
export function callsOf(sourceCode: SourceCode, fn: FunctionNode): TSESTree.Node[] | undefined {
  const value = outermost(fn);
  const parent = value.parent;
  if (fn.type === "FunctionDeclaration") {
    if (/^Export/.test(fn.parent.type)) return undefined;
    return callsThrough(sourceCode.getDeclaredVariables(fn)[0]);
  }
  if (parent.type === "VariableDeclarator") {
    if (/^Export/.test(parent.parent.parent.type)) return undefined;
    return callsThrough(sourceCode.getDeclaredVariables(parent)[0]);
  }
  if (parent.type !== "CallExpression") return undefined;
  return unwrap(parent.callee) === fn || isCalledBackOnce(parent) ? [parent] : undefined;
}

function callsThrough(variable: TSESLint.Scope.Variable | undefined): TSESTree.Node[] | undefined {
  if (!variable || !isConstant(variable)) return undefined;
  const calls: TSESTree.Node[] = [];
  for (const { identifier, init } of variable.references) {
    if (init) continue;
    const callee = outermost(identifier);
    const parent = callee.parent;
    const isCall = parent.type === "CallExpression" || parent.type === "NewExpression";
    if (!isCall || (parent.callee !== callee && !isCalledBackOnce(parent))) return undefined;
    calls.push(parent);
  }
  return calls;
}

/** Is it given to a browser, to run at the beginning of each page: `page.evaluateOnNewDocument(() => { … })`? */
function isScriptOfPage(fn: FunctionNode): boolean {
  const call = callGiven(fn);
  return call !== undefined && calleeMatches(call, /^(?:evaluateOnNewDocument|addInitScript)$/);
}

/** Events of a page that come once. */
const pageEvents: ReadonlySet<unknown> = new Set(["DOMContentLoaded", "load", "ready"]);

/** Helpers that wait for a page, by their names: `onceDocumentLoaded(…)`, `domReady(…)`. */
const pageHelper = /^(?:on|once|when)?(?:Document|Dom|DOM|Page|Window)(?:Content)?(?:Loaded|Ready)$/i;

/** Does a call run what it is given at most once: a timeout, a reaction, `once`, the start of a server or page? */
function isCalledBackOnce(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const word = calleeWord(call) ?? "";
  const [first] = call.arguments;
  if (/^(?:addEventListener|on)$/.test(word)) return first?.type === "Literal" && pageEvents.has(first.value);
  if (pageHelper.test(word)) return true;
  return /^(?:then|catch|finally|once|ready|listen|setTimeout|setImmediate|queueMicrotask|nextTick|\$|jQuery)$/.test(
    word,
  );
}
