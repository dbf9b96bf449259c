import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../../ast/names.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { resultsOf, returnsOf } from "../../../ast/returns-of.ts";
import type { ForeignProfile } from "../../../resources/known.ts";
import { constantValue, functionOf, variableOf } from "../../../scope/variables.ts";
import { classOfThis, wrapperOfClass } from "./context-class.ts";
import { fieldDeclaration } from "./field-declaration.ts";
import { wrapperOfBuiltIn, wrapperOfObject } from "./made-by-hand.ts";
import { annotationOf, isOfLibrary, isOwnRoot, typeName } from "./own-context.ts";
import type { Scene, Wrapper } from "./wrapper.ts";
import { lastWord } from "../../../resources/words.ts";

/** Gives for an expression the wrapper it surely is, from the text of this file; `undefined` for everything else. */
export const wrapperResolver: (
  sourceCode: SourceCode,
  profile: ForeignProfile,
) => (expression: TSESTree.Node) => Wrapper | undefined = oncePer((sourceCode, profile) => {
  const known = new Map<TSESTree.Node, Wrapper | undefined>();
  const scene: Scene = {
    sourceCode,
    profile,
    wrapperOf(expression) {
      const node = unwrap(expression);
      if (known.has(node)) return known.get(node);
      // A circle (`let a = wrap(a)`) ends here.
      known.set(node, undefined);
      const wrapper = resolve(scene, node);
      known.set(node, wrapper);
      return wrapper;
    },
  };
  return scene.wrapperOf;
}, programOf);

function resolve(scene: Scene, node: TSESTree.Node): Wrapper | undefined {
  switch (node.type) {
    case "Identifier":
      return ofName(scene, node);
    case "ThisExpression":
      return ofThis(scene, node);
    case "MemberExpression":
      return ofField(scene, node);
    case "ObjectExpression":
      return wrapperOfObject(scene, node);
    case "NewExpression":
      return ofNew(scene, node);
    case "CallExpression":
      return wrapperOfBuiltIn(scene, node) ?? ofCall(scene, node);
    default:
      return undefined;
  }
}

function ofName(scene: Scene, node: TSESTree.Identifier): Wrapper | undefined {
  const variable = variableOf(scene.sourceCode, node);
  const value = constantValue(variable);
  const wrapper = value && scene.wrapperOf(value);
  if (wrapper) return { ...wrapper, name: wrapper.name ?? node.name };
  const declared = variable && annotationOf(variable);
  return declared && wrapperOfClass(scene, declared);
}

function ofThis(scene: Scene, node: TSESTree.ThisExpression): Wrapper | undefined {
  const owner = classOfThis(scene.sourceCode, node);
  return owner && wrapperOfClass(scene, owner);
}

function ofNew(scene: Scene, node: TSESTree.NewExpression): Wrapper | undefined {
  const wrapper = wrapperOfClass(scene, node.callee);
  const isAroundRoot = node.arguments.some((argument) => isOwnRoot(scene, argument));
  return wrapper && { ...wrapper, made: node, endless: wrapper.endless === true || isAroundRoot };
}

/** A field of the class around, by its type or by the one value it ever has. */
function ofField(scene: Scene, node: TSESTree.MemberExpression): Wrapper | undefined {
  const owner = classOfThis(scene.sourceCode, node.object);
  const name = memberName(node);
  const field = owner && name !== undefined ? fieldDeclaration(owner, name) : undefined;
  if (!field?.type) return field?.value && scene.wrapperOf(field.value);
  const declared = typeName(field.type);
  return declared && wrapperOfClass(scene, declared);
}

function ofCall(scene: Scene, node: TSESTree.CallExpression): Wrapper | undefined {
  const [first] = node.arguments;
  if (first && isOfLibrary(scene, node.callee)) {
    const word = lastWord(scene.sourceCode.getText(node.callee));
    const wrapper = scene.profile.values.map(lastWord).includes(word) ? scene.wrapperOf(first) : undefined;
    return wrapper && { ...wrapper, handedOn: true };
  }
  const callee = unwrap(node.callee);
  const fn = functionOf(variableOf(scene.sourceCode, callee));
  return fn && !fn.async && !fn.generator ? ofResult(scene, fn) : undefined;
}

/** What a function gives, if that is a wrapper on every return. Its parts are out of reach for the caller. */
function ofResult(scene: Scene, fn: NonNullable<ReturnType<typeof functionOf>>): Wrapper | undefined {
  const wrappers = resultsOf(fn).map((result) => scene.wrapperOf(result));
  const [wrapper] = wrappers;
  if (!wrapper || wrappers.includes(undefined) || returnsOf(fn).some(({ argument }) => !argument)) return undefined;
  return { form: wrapper.form, node: wrapper.node, name: wrapper.name, endless: wrapper.endless === true };
}
