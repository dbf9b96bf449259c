import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isFunction } from "../../../ast/functions.ts";
import { isThis, memberName, propertyName } from "../../../ast/names.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import { streams, teardownMethods } from "../../../resources/catalog/lifecycles/objects.ts";
import { isService, matchComponents } from "../../../resources/match-component.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { cleanupsOf } from "./cleanups.ts";
import { endsOneOfMany } from "./ends-one.ts";
import type { Field } from "./field.ts";
import { returnedEndsOf } from "./returned-end.ts";
import { isOwnMethod, ownFunctionAt, ownFunctionsOf, type OwnFunction } from "../functions/own-functions.ts";
import type { ClassNode, ObjectNode, Self } from "../functions/self.ts";

/** How an object ends. */
export interface Teardown {
  /** As a message names it: `close()`. */
  readonly text: string;
  /** The function of this file; `undefined` for one that the base class brings and the class leaves out. */
  readonly fn: FunctionNode | undefined;
  /** Methods that the teardown does not run, although they end the object at times. */
  readonly passedBy: readonly string[];
}

/** The teardowns of the object that has the field, the written ones first; none where nobody says that it ends. */
export const teardownsOf: (file: TracedFile, field: Field) => readonly Teardown[] = oncePer((file, field) => {
  const { object } = field;
  if (field.variable && field.member !== undefined) return cleanupsOf(file, field);
  const named = teardownsOfObject(file.sourceCode, { node: object, isStatic: field.isStatic });
  return named.length > 0 ? named : returnedEndsOf(file, field);
});

/** The teardowns of an object, the written ones first; none where nobody says that it ends. */
export function teardownsOfObject(sourceCode: SourceCode, { node, isStatic }: Self): readonly Teardown[] {
  return (isStatic ? ofClass : ofInstance)(sourceCode, node);
}

const ofInstance = oncePer(
  (sourceCode: SourceCode, node: ObjectNode) => findTeardowns(sourceCode, { node, isStatic: false }),
  programOf,
);

const ofClass = oncePer(
  (sourceCode: SourceCode, node: ObjectNode) => findTeardowns(sourceCode, { node, isStatic: true }),
  programOf,
);

function findTeardowns(sourceCode: SourceCode, { node, isStatic }: Self): readonly Teardown[] {
  if (isFunction(node)) return written(sourceCode, returnedFunctions(sourceCode, node));
  const own = written(sourceCode, ownFunctionsOf({ node, isStatic }));
  if (node.type === "ObjectExpression" || isStatic) return own;
  return own.length > 0 ? own : inherited(sourceCode, node);
}

function written(sourceCode: SourceCode, functions: readonly OwnFunction[]): Teardown[] {
  const isTeardown = ({ name, kind, fn }: OwnFunction): boolean =>
    kind === "method" &&
    teardownMethods.has(name.replace(/^#/, "")) &&
    doesSomething(fn) &&
    !endsOneOfMany(sourceCode, fn);
  return functions.filter(isTeardown).map(teardownOf);
}

/** A method as the end of its object. */
export function teardownOf({ name, fn }: OwnFunction): Teardown {
  return { text: textOf(name), fn, passedBy: [] };
}

/** One that only the class itself can call may run at the end of something else alone, as at an abort. */
export function isPublic({ fn }: Pick<Teardown, "fn">): boolean {
  return !fn || !isOwnMethod(fn);
}

/**
 * Does an expression name a teardown of the object around it: `this.close`? By its name alone where the base class
 * brings that, and in a function that is bound to the object.
 */
export function isTeardownAt(sourceCode: SourceCode, expression: TSESTree.Node, { fn, text }: Teardown): boolean {
  const named = ownFunctionAt(sourceCode, expression);
  if (named) return named === fn;
  const member = unwrap(expression);
  if (member.type !== "MemberExpression" || !isThis(member.object)) return false;
  return textOf(memberName(member) ?? "") === text;
}

function textOf(name: string): string {
  return name.startsWith("Symbol.") ? `\`[${name}]()\`` : `\`${name}()\``;
}

/** A body that only throws, or is empty, tears nothing down. */
function doesSomething({ body }: FunctionNode): boolean {
  if (body.type !== "BlockStatement") return true;
  return body.body.some(({ type }) => type !== "ThrowStatement");
}

function inherited(sourceCode: TracedFile["sourceCode"], node: ClassNode): Teardown[] {
  const base = node.superClass && unwrap(node.superClass);
  const isOf = (modules: readonly string[]): boolean =>
    modules.length === 0 ||
    modules.some((module) => sourceCode.text.includes(`"${module}"`) || sourceCode.text.includes(`'${module}'`));
  if (base && isStream(base) && isOf(streams.modules))
    return [{ text: textOf(streams.tearDown), fn: undefined, passedBy: streams.passedBy }];
  return matchComponents(node)
    .filter(({ lifecycle }) => isOf(lifecycle.modules) && !isService(node))
    .flatMap(({ component }) => component.tearDown.slice(0, 1))
    .map((name) => ({ text: textOf(name), fn: undefined, passedBy: [] }));
}

function isStream(base: TSESTree.Node): boolean {
  const name = base.type === "MemberExpression" ? base.property : base;
  return name.type === "Identifier" && streams.extends.includes(name.name);
}

/** The functions in the object that a factory returns. */
export function returnedFunctions(sourceCode: TracedFile["sourceCode"], factory: FunctionNode): OwnFunction[] {
  const returned = resultsOf(factory).map((value) => {
    const node = unwrap(value);
    return unwrap(constantValue(variableOf(sourceCode, node)) ?? node);
  });
  return returned.flatMap((node) => {
    if (node.type !== "ObjectExpression") return [];
    const methods = ownFunctionsOf({ node, isStatic: false });
    const named = node.properties.flatMap((property): OwnFunction[] => {
      if (property.type !== "Property" || property.value.type !== "Identifier") return [];
      const name = propertyName(property);
      const fn = ownFunctionAt(sourceCode, property.value);
      return name !== undefined && fn ? [{ name, fn, kind: "method" }] : [];
    });
    return [...methods, ...named];
  });
}
