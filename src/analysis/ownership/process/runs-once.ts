import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { loopAround } from "../../../ast/loops.ts";
import { calleeMatches, calleeWord, isName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { isConstant, readsOf, variableOf } from "../../../scope/variables.ts";
import { conditionsAround } from "../../control-flow/conditions-around.ts";
import { classGuarding, isGuardedOnce } from "./guarded-once.ts";
import { isMadeOnDemand } from "./made-on-demand.ts";
import { makersOf, runsOfMember } from "./made-once.ts";

/** How often a node runs, as far as the file shows it; `unknown` where other files say. */
export type Times = "once" | "again" | "unknown";

/**
 * Does a node run at most once, as part of the run of its module? At the top level it does, in a function that is only
 * called from there (`main()`), in one that is invoked where it is written, in the constructor of an object that is
 * made once, behind a flag, and in what waits there for something that happens once (`ready.then(…)`,
 * `server.once("listening", …)`), perhaps through a function of the file (`whenReady(…)`). What a browser is told to
 * run in each new document is a module of that.
 *
 * An exported function that is called `main` is taken for one that others call once; of others that is not seen.
 */
export function runsOnce(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  return timesOf(sourceCode, node) === "once";
}

/**
 * Does the file show that a node may run more than once: in a loop, in a function that is called from two places, in a
 * handler? Who calls an exported function, and makes the objects of an exported class, it does not show.
 */
export function runsAgain(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  return timesOf(sourceCode, node) === "again";
}

function timesOf(sourceCode: SourceCode, node: TSESTree.Node, depth: number = 0): Times {
  if (depth > maxDepth) return "once";
  if (isMadeOnDemand(sourceCode, node) || isGuardedOnce(sourceCode, node)) return "once";
  if (loopAround(node)) return "again";
  const fn = enclosingFunction(node);
  if (fn.type === "Program" || isScriptOfPage(fn) || isMain(fn)) return "once";
  if (fn.generator) return "unknown";
  const calls = callsOf(sourceCode, fn) ?? makersOfGuarded(sourceCode, node) ?? runsOfMember(sourceCode, fn);
  if (!calls) return isHandler(sourceCode, fn) || isHook(sourceCode, fn) ? "again" : "unknown";
  const [call, ...others] = calls.filter((each) => !isRetry(each, node, fn));
  if (!call) return "unknown";
  return others.every((each) => isInstead(call, each)) ? timesOf(sourceCode, call, depth + 1) : "again";
}

/**
 * Is a function given to an element, to a call that many events follow by its name, or to one of the file that is not
 * known to run it once? What a call of another name is given may be its callback, for once.
 */
function isHandler(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const name = nameOfFunction(sourceCode, fn);
  return [fn, ...(name ? readsOf(name) : [])].some((each) => {
    const value = outermost(each);
    const call = callGiven(value);
    if (!call) return value.parent.type === "JSXExpressionContainer";
    return takesHandler.test(calleeWord(call) ?? "") || functionAt(sourceCode, call.callee) !== undefined;
  });
}

/** Of emitters, stores, routers, registries and lists. */
const takesHandler = new RegExp(
  [
    String.raw`^(?:on(?:[A-Z]\w*)?|use(?:[A-Z]\w*)?`,
    String.raw`(?:add|bind|define|handle|listen|observe|register|subscribe|watch)\w*`,
    "all|delete|get|patch|post|put|route|action|command|component|directive|tool",
    "each|filter|flatMap|forEach|map|reduce|setInterval)$",
  ].join("|"),
);

/** A hook, or a composable: `useClock`. It runs for each component that uses it. */
function isHook(sourceCode: SourceCode, fn: FunctionNode): boolean {
  return /^use[A-Z]/.test(nameOfFunction(sourceCode, fn)?.name ?? "");
}

/** What makes the objects of which each runs a node once. */
function makersOfGuarded(sourceCode: SourceCode, node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const guarding = classGuarding(sourceCode, node);
  return guarding && makersOf(sourceCode, guarding);
}

/** Does a call begin the function again in place of the node: `if (!ready) { setTimeout(begin, 100); return; } …`? */
function isRetry(call: TSESTree.Node, node: TSESTree.Node, fn: FunctionNode): boolean {
  let part = call;
  for (let around = enclosingFunction(part); around !== fn; around = enclosingFunction(part)) {
    if (around.type === "Program") return false;
    part = around;
  }
  return isInstead(node, part);
}

/** Does one run where the other does not: `if (isLoading) page.addEventListener("load", start); else start();`? */
function isInstead(call: TSESTree.Node, other: TSESTree.Node): boolean {
  if (enclosingFunction(call) !== enclosingFunction(other) || loopAround(other)) return false;
  const held = conditionsAround(call);
  return conditionsAround(other).some((each) =>
    held.some(({ node, holds }) => node === each.node && holds !== each.holds),
  );
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
  const isRun = unwrap(parent.callee) === fn || isCalledBackOnce(parent) || isRunOnceBy(sourceCode, parent, fn);
  return isRun ? [parent] : undefined;
}

/**
 * Does a call of a function of this file run what it is given, once: `whenReady(start)`, which calls it now, or has it
 * called by something that calls back once?
 */
function isRunOnceBy(sourceCode: SourceCode, call: TSESTree.CallExpression, given: TSESTree.Node): boolean {
  const fn = functionAt(sourceCode, call.callee);
  const index = call.arguments.findIndex((each) => unwrap(each) === given);
  const parameter = variableOf(sourceCode, fn?.params[index]);
  const reads = parameter ? readsOf(parameter) : [];
  return (
    reads.length > 0 &&
    reads.every((read) => {
      const by = callGiven(read);
      if (enclosingFunction(read) !== fn || loopAround(read)) return false;
      return callOf(read) !== undefined || (by !== undefined && isCalledBackOnce(by));
    })
  );
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

/** `export async function main()`, `export const main = () => …`: its name says that it is the program. */
function isMain(fn: FunctionNode): boolean {
  const { parent } = outermost(fn);
  const [declaration, name] = parent.type === "VariableDeclarator" ? [parent.parent, parent.id] : [fn, fn.id];
  return isName(name ?? undefined, "main") && /^Export/.test(declaration.parent.type);
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
