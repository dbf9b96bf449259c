import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { lifecycles } from "../../../resources/catalog/lifecycles/index.ts";
import type { Setup } from "../../../resources/lifecycle.ts";
import { matchComponents, methodName } from "../../../resources/match-component.ts";
import { isWrapper, matchEffect } from "../../../resources/match-lifecycle.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { activationOf } from "./deferred.ts";

/**
 * The setup that an activation is: the callback of an effect, a method of a component that has a counterpart, or the
 * script of a single-file component. `undefined` for any other function.
 */
export function findSetup(sourceCode: SourceCode, root: GraphRoot): Setup | undefined {
  if (root.type === "Program") return findScript(sourceCode);
  return findMethod(root) ?? findEffect(sourceCode, root) ?? findNamedEffect(sourceCode, root);
}

/** The effect that an expression is, as the argument of a call. */
function findEffect(sourceCode: SourceCode, expression: TSESTree.Node): Setup | undefined {
  const argument = outermost(expression);
  const call = argument.parent;
  if (call.type !== "CallExpression" || call.callee === argument) return undefined;
  if (call.arguments[0] === argument && isWrapper(sourceCode, call)) return findEffect(sourceCode, call);
  const effect = matchEffect(sourceCode, call, argument);
  if (!effect) return undefined;
  const { lifecycle, functions } = effect;
  const returns = isAsync(expression) && functions.returns === "cleanup" ? "ignored" : functions.returns;
  return {
    lifecycle,
    name: calleeWord(call) ?? "",
    cleanup: functions.returns === "cleanup" ? "returned" : "registered",
    returns,
    tearDown: functions.tearDown ? [functions.tearDown, ...lifecycle.cleanups] : lifecycle.cleanups,
    ...(functions.parameter !== undefined && { parameter: functions.parameter }),
  };
}

/** What an async effect returns is a promise, and no framework waits for the cleanup in it. */
function isAsync(node: TSESTree.Node): boolean {
  return isFunction(node) && node.async;
}

/** A function with a name that nobody uses but for effects: `onMounted(start)`, `onMounted(() => { start(); })`. */
function findNamedEffect(sourceCode: SourceCode, fn: FunctionNode): Setup | undefined {
  const variable = fn.parent.type.startsWith("Export") ? undefined : nameOfFunction(sourceCode, fn);
  if (!variable) return undefined;
  const setups = readsOf(variable).map((read) => findEffect(sourceCode, read) ?? findCallingEffect(sourceCode, read));
  const [first] = setups;
  if (!first || setups.some((each) => !each)) return undefined;
  return fn.async && first.returns === "cleanup" ? { ...first, returns: "ignored" } : first;
}

/**
 * The effect that calls a function. One that returns its cleanup may stop there what the function has started; others
 * register theirs, wherever that is.
 */
function findCallingEffect(sourceCode: SourceCode, name: TSESTree.Node): Setup | undefined {
  const call = callOf(name);
  const root = call && activationOf(call);
  const setup = isFunction(root) ? findEffect(sourceCode, root) : undefined;
  return setup?.cleanup === "registered" ? setup : undefined;
}

/** What a component's method returns goes nowhere, and the method that undoes it stands beside it. */
function findMethod(fn: FunctionNode): Setup | undefined {
  const member = fn.parent;
  if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return undefined;
  const name = methodName(member);
  if (name === undefined || member.value !== fn) return undefined;
  const known = matchComponents(member.parent.parent).find(({ component }) => component.setUp.includes(name));
  if (!known) return undefined;
  const { lifecycle, component } = known;
  return { lifecycle, name, cleanup: "paired", returns: "ignored", tearDown: component.tearDown };
}

/** The script of a single-file component runs anew for each. Its tag stands in the text, but not in the program. */
export function findScript({ text, ast }: SourceCode): Setup | undefined {
  for (const lifecycle of lifecycles) {
    const at = lifecycle.script ? text.search(lifecycle.script) : -1;
    if (at < 0 || [...ast.body, ...(ast.comments ?? [])].some(({ range }) => range[0] <= at && at < range[1])) continue;
    return {
      lifecycle,
      name: "<script setup>",
      cleanup: "registered",
      returns: "ignored",
      tearDown: lifecycle.cleanups,
    };
  }
  return undefined;
}
