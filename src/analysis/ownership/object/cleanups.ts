import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import { outermost } from "../../../ast/transparent.ts";
import { lifecycles } from "../../../resources/catalog/lifecycles/index.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import { findSetup } from "../functions/find-setup.ts";
import type { Field } from "./field.ts";
import type { Teardown } from "./teardown.ts";

/** The cleanups of a component that release a ref of it: returned by an effect, or registered to run at the end. */
export function cleanupsOf(file: TracedFile, { uses }: Field): Teardown[] {
  const releases = uses.filter(({ kind }) => kind === "release");
  const functions = new Set(releases.map(({ event }) => activationOf(event)));
  return [...functions].flatMap((fn) => {
    const text = isFunction(fn) ? cleanupText(file, fn) : undefined;
    return text === undefined ? [] : { text, fn: fn as FunctionNode, passedBy: [] };
  });
}

function cleanupText({ sourceCode }: TracedFile, fn: FunctionNode): string | undefined {
  const value = outermost(fn);
  const { parent } = value;
  if (parent.type === "CallExpression" && parent.callee !== value) {
    const name = calleeWord(parent) ?? "";
    return lifecycles.some(({ cleanups }) => cleanups.includes(name)) ? `\`${name}\`` : undefined;
  }
  const setup = parent && returnsTo(parent, value);
  const known = setup && findSetup(sourceCode, setup);
  return known?.returns === "cleanup" ? `the cleanup of \`${known.name}\`` : undefined;
}

/** The function whose result the value is. */
function returnsTo(parent: TSESTree.Node, value: TSESTree.Node): FunctionNode | undefined {
  if (parent.type === "ArrowFunctionExpression") return parent.body === value ? parent : undefined;
  const around = parent.type === "ReturnStatement" ? activationOf(parent) : undefined;
  return isFunction(around) ? around : undefined;
}
