import type { TSESTree } from "@typescript-eslint/utils";
import { classOfConstructor, enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { ForeignProfile } from "../../../resources/known.ts";
import { argumentAt, parameterOf } from "../../../scope/parameters.ts";
import { variableOf } from "../../../scope/variables.ts";
import { classChain } from "./context-class.ts";
import { isClass, type ClassNode } from "../functions/self.ts";
import { embeddedField } from "./embedded-field.ts";
import type { Fallback } from "./find-fallbacks.ts";
import type { ForeignChild } from "./find-foreign-children.ts";
import { wrapperResolver } from "./resolve-wrapper.ts";
import type { Wrapper } from "./wrapper.ts";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** A library without a module: it stands in this file. What a copy or a derived object costs there is not known. */
const inThisFile: ForeignProfile = {
  parents: { class: "watcher", spread: "free", create: "free", proxy: "free" },
  values: [],
  modules: [],
  roots: [],
};

/**
 * The derives of a file that is itself a library of contexts, from classes of that file which forward their end to a
 * context inside and which the library does not know.
 *
 * @param fallbacks where the library watches such a parent
 */
export function findPortChildren(sourceCode: SourceCode, fallbacks: readonly Fallback[]): ForeignChild[] {
  const resolve = wrapperResolver(sourceCode, inThisFile);
  return fallbacks.flatMap(({ maker, index, own }) =>
    derivesBy(sourceCode, maker, index).flatMap((derive) => {
      const parent = argumentAt(derive, index);
      const found = parent && resolve(parent);
      if (!found || !isForeign(sourceCode, found, own)) return [];
      const { form, node, name } = found;
      // Without what made it: no fix is sure in a library that nobody has read.
      const wrapper: Wrapper = { form, node, name };
      const called = { node: derive, name: sourceCode.getText(derive.callee) };
      return { derive: called, parent, consequence: "watcher", wrapper } as const;
    }),
  );
}

/** Is it a class that surely has the end of the context inside, and none that the library knows? */
function isForeign(sourceCode: SourceCode, { node, made, endless }: Wrapper, own: readonly ClassNode[]): boolean {
  const chain = isClass(node) ? (classChain({ sourceCode, profile: inThisFile }, node) ?? []) : [];
  const isOwn = chain.some((each) => own.includes(each));
  const forwards = chain.some((each) => embeddedField(sourceCode, each));
  return forwards && !isOwn && !endless && (!made || made.arguments.some((each) => isGiven(sourceCode, each)));
}

/** A parameter: what was made here may be a root, which never ends. */
function isGiven(sourceCode: SourceCode, argument: TSESTree.Node): boolean {
  return variableOf(sourceCode, argument)?.defs[0]?.type === "Parameter";
}

/** The calls of a function, and of all that hand a parameter of theirs on to it, at the place of the same number. */
function derivesBy(sourceCode: SourceCode, maker: FunctionNode, index: number): Call[] {
  const takers = new Set<TSESTree.Node>([maker]);
  const calls = new Set<Call>();
  for (const taker of takers)
    for (const call of callsOf(sourceCode, taker)) {
      calls.add(call);
      const fn = enclosingFunction(call);
      if (fn.type !== "Program" && handsOn(sourceCode, call, fn, index)) takers.add(fn);
    }
  return [...calls];
}

function callsOf(sourceCode: SourceCode, taker: TSESTree.Node): Call[] {
  const { parent } = taker;
  const named = classOfConstructor(taker) ?? (parent?.type === "VariableDeclarator" ? parent : taker);
  // Among what a function declares are its parameters too.
  const names = sourceCode.getDeclaredVariables(named).filter(({ defs }) => defs[0]?.type !== "Parameter");
  return names.flatMap(({ references }) =>
    references.flatMap(({ identifier, identifier: { parent: call } }) =>
      "callee" in call && call.callee === identifier ? call : [],
    ),
  );
}

/** Is the parent of a call the parameter of the same number of the function around it? */
function handsOn(sourceCode: SourceCode, call: Call, fn: FunctionNode, index: number): boolean {
  const given = parameterOf(sourceCode, argumentAt(call, index));
  return given?.fn === fn && given.index === index;
}
