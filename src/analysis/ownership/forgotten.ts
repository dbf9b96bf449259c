import type { TSESTree } from "@typescript-eslint/utils";
import { isDiscarded } from "../../ast/discarded.ts";
import { isFunction } from "../../ast/functions.ts";
import { hasRaces } from "../../ast/is-race.ts";
import { oncePer } from "../../ast/once.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Acquisition } from "../../resources/acquisition.ts";
import { functionOf, variableOf } from "../../scope/variables.ts";
import { isOverAtOnce } from "./outcomes/brief.ts";
import { activationOf } from "./functions/deferred.ts";
import { findSetup } from "./functions/find-setup.ts";
import { findAborted } from "./deadline-owner.ts";
import { shutdownHookOf } from "./shutdown-owner.ts";
import { promiseOf } from "../../ast/executor.ts";

/**
 * A one-shot that no owner can owe, told by where it stands: nobody keeps its id and nobody waits for it, or it is over
 * before anything else runs. These are most timers, so they are put aside before anything is followed. What is dropped
 * while a component is set up is not: it may fire when that is gone.
 */
export function isForgotten(sourceCode: SourceCode, acquisition: Acquisition): boolean {
  const { node, resource } = acquisition;
  if (resource.lasting) return mayEndProcess(sourceCode, node) || keepsProcess(sourceCode, node);
  if (!resource.expires) return false;
  if (isOverAtOnce(sourceCode, acquisition)) return true;
  const isUnheard = isDiscarded(node) && !settlesSomething(sourceCode, node);
  if (!isUnheard || shutdownHookOf(node) || findAborted(sourceCode, node)) return false;
  return !findSetup(sourceCode, activationOf(node));
}

/** Does what is called end the process, or ask whether another one is still there? */
const asksForEnd = /\b(?:process|Deno)\.exit\(|\bprocess\.kill\([^,()]+,\s*0\)/;

/** What checks again and again whether the process may end is over with that. */
function mayEndProcess(sourceCode: SourceCode, { arguments: [callback] }: Acquisition["node"]): boolean {
  const variable = variableOf(sourceCode, callback);
  const fn = variable ? functionOf(variable) : callback;
  return isFunction(fn) && asksForEnd.test(sourceCode.getText(fn));
}

/** `setInterval(() => {}, 1 << 30)`: it does nothing, and is there for the process to go on. */
function keepsProcess(sourceCode: SourceCode, node: Acquisition["node"]): boolean {
  const [callback] = node.arguments;
  const isEmpty = isFunction(callback) && callback.body.type === "BlockStatement" && callback.body.body.length === 0;
  return isEmpty && isDiscarded(node) && !findSetup(sourceCode, activationOf(node));
}

/** Does it stand inside of a promise executor, or in a file that races promises or makes deferred ones? */
function settlesSomething({ ast, text }: SourceCode, node: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node.parent; at; at = at.parent) {
    if (isFunction(at) && promiseOf(at)) return true;
  }
  return hasRaces(ast, text) || mayDefer(ast, text);
}

const mayDefer = oncePer((_program: TSESTree.Program, text: string) => /\bwithResolvers\(|[dD]efer/.test(text));
