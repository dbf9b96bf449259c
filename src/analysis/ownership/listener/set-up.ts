import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberOf, methodCallOf } from "../../../ast/members.ts";
import { calleeWord, isCallNamed, isMemberNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isPause } from "../../../ast/pauses.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { starting, ending } from "../../../resources/catalog/signals/platform.ts";
import { promiseSort } from "../outcomes/promise-valued.ts";
import { initOf, type Variable } from "../../../scope/variables.ts";

/** Is there work behind a place that the function waits for? Where there is none, it has set something up there. */
export function goesOn(sourceCode: SourceCode, place: TSESTree.Node, root: FunctionNode): boolean {
  return root.body.type !== "BlockStatement" || lastWait(root.body, sourceCode) > place.range[1];
}

/**
 * The end of the last thing in a function's body that it waits for; 0 where it waits for nothing. What it returns is
 * waited for if that is a promise.
 */
const lastWait = oncePer((body: TSESTree.BlockStatement, sourceCode: SourceCode): number => {
  const fn = body.parent as FunctionNode;
  let last = 0;
  for (const node of ownNodes(sourceCode, body)) {
    const isWait =
      isPause(node) ||
      (node.type === "ReturnStatement" && node.argument && givesPromise(sourceCode, node.argument, fn));
    if (isWait) last = Math.max(last, node.range[1]);
  }
  return last;
});

/** A function with an end that is neither async nor a generator returns a promise wherever it returns a value. */
function givesPromise(sourceCode: SourceCode, returned: TSESTree.Node, { async, generator }: FunctionNode): boolean {
  if (promiseSort(sourceCode, returned) !== undefined) return true;
  const value = unwrap(returned);
  if (async) return isMemberNamed(value, promiseWord);
  return !generator && value.type !== "Literal";
}

/** Members with a promise in them. */
const promiseWord = /^(?:promise|done|finished|completed|completion|result|closed)$/;

/**
 * Does something that a listener acts on last until the abort? Nothing else names it, it is waited for by itself, or it
 * was started and nothing else stops it.
 */
export function isForGood(variable: Variable, listener: TSESTree.Node): boolean {
  const { named, awaited, started, ended } = namingsOf(variable);
  const isOutside = (nodes: readonly TSESTree.Node[]): boolean => nodes.some((each) => !isWithin(each, listener));
  const lasting = awaited.filter((each) => !isKilledWork(each, named, listener));
  const isRunning = isOutside(started) || isMadeRunning(variable);
  return !isOutside(named) || isOutside(lasting) || (isRunning && !isOutside(ended));
}

/** `const watcher = chokidar.watch(paths)`, `const sub = await queue.subscribe(…)` */
function isMadeRunning(variable: Variable): boolean {
  const init = initOf(variable);
  const call = init?.type === "AwaitExpression" ? unwrap(init.argument) : init;
  return isCallNamed(call, /^(?:listen|serve|watch|subscribe|observe)/);
}

/** Where a variable is named behind its declaration, sorted once: thousands of listeners may act on it. */
const namingsOf = oncePer(({ references }: Variable) => {
  const named = references.flatMap(({ init, identifier }): TSESTree.Node[] => (init ? [] : [identifier]));
  const calling = (words: RegExp): TSESTree.Node[] => named.filter((each) => words.test(methodCalled(each) ?? ""));
  return { named, awaited: named.filter(isAwaited), started: calling(starting), ended: calling(ending) };
});

/** `await future.done`, not `await work.run()`. */
function isAwaited(identifier: TSESTree.Node): boolean {
  const member = memberOf(identifier);
  if (!member) return outermost(identifier).parent.type === "AwaitExpression";
  return outermost(member).parent.type === "ReturnStatement" || isAwaited(member);
}

/**
 * Is something waited for that comes to a value, and that a listener only cuts short? `await child` and `await
 * child.exited` beside `child.kill()` ask what a process came to, which ends by itself; so does `await call` beside
 * `call.cancel()`. What nobody asks for may be there to last until the abort, as what is closed.
 */
function isKilledWork(waited: TSESTree.Node, named: readonly TSESTree.Node[], listener: TSESTree.Node): boolean {
  const value = outermost(memberOf(waited) ?? waited);
  const wait = value.parent.type === "AwaitExpression" ? outermost(value.parent) : undefined;
  if (!wait || wait.parent.type === "ExpressionStatement") return false;
  const kills = memberOf(waited) ? killing : cutting;
  return named.some((each) => isWithin(each, listener) && kills.test(methodCalled(each) ?? ""));
}

/** Methods that end a process or a thread from outside. */
const killing = /^(?:kill|terminate)$/;

/** And those that end a request, which is a promise itself. */
const cutting = /^(?:abort|cancel|destroy|kill|terminate)$/;

/** The method of something that is called where it is named: `listen` of `server.listen()`. */
export function methodCalled(identifier: TSESTree.Node): string | undefined {
  const call = methodCallOf(identifier);
  return call && calleeWord(call);
}
