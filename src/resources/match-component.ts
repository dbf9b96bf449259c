import type { TSESTree } from "@typescript-eslint/utils";
import { decoratorsOf } from "../ast/decorators.ts";
import { isFunction } from "../ast/functions.ts";
import { calleeWord, memberName } from "../ast/names.ts";
import { oncePer } from "../ast/once.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { lifecycles } from "./catalog/lifecycles/index.ts";
import { plainBases, streams } from "./catalog/lifecycles/objects.ts";
import type { ComponentClass, Lifecycle } from "./lifecycle.ts";
import { patternOf } from "./match-lifecycle.ts";

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A class whose methods a framework calls in pairs. */
export interface KnownComponent {
  readonly lifecycle: Lifecycle;
  readonly component: ComponentClass;
}

/**
 * What frameworks make of a class, the surest first: known by the first methods of a pair, whose names nobody else
 * uses, by its base class (also inside of mixins), a decorator, or an interface. An element of Lit is a custom element
 * too.
 */
export const matchComponents: (node: Class) => readonly KnownComponent[] = oncePer((node) => {
  const bases = node.superClass ? wordsOf(node.superClass) : [];
  const decorators = decoratorsOf(node).flatMap(({ expression }) => wordsOf(expression));
  const interfaces = ("implements" in node ? node.implements : []).flatMap(({ expression }) => wordsOf(expression));
  const methods = node.body.body.flatMap((member) => methodName(member) ?? []);
  const byMethods = allClasses.filter(({ component }) => isAny([component.setUp[0]!, component.tearDown[0]!], methods));
  const byKind = allClasses.filter(
    ({ component }) =>
      isAny(component.extends, bases) ||
      isAny(component.decorators, decorators) ||
      isAny(component.implements, interfaces),
  );
  return [...new Set([...byMethods, ...byKind])];
});

/** Does a framework make the objects of a class, and keep them to itself? Others ask for a service, and use it. */
export function isComponent(node: Class): boolean {
  return matchComponents(node).length > 0 && !isService(node);
}

/** Angular's services mostly live as long as the program. */
export function isService(node: Class): boolean {
  return decoratorsOf(node).some(
    ({ expression }) => expression.type === "CallExpression" && calleeWord(expression) === "Injectable",
  );
}

const allClasses: readonly KnownComponent[] = lifecycles.flatMap((lifecycle) =>
  (lifecycle.classes ?? []).map((component) => ({ lifecycle, component })),
);

function isAny(names: readonly string[] | undefined, words: readonly string[]): boolean {
  return names !== undefined && words.some((word) => names.some((name) => patternOf(name).test(word)));
}

/** The names in `Base`, `lib.Base`, `Mixin(Base)` and `Component({…})`. */
function wordsOf(expression: TSESTree.Node): string[] {
  const node = unwrap(expression);
  if (node.type === "Identifier") return [node.name];
  if (node.type === "MemberExpression") return [memberName(node) ?? ""];
  if (node.type !== "CallExpression") return [];
  return [calleeWord(node) ?? "", ...node.arguments.flatMap(wordsOf)];
}

/**
 * Is what a class derives from a platform's or framework's own, which has none of the fields that the class adds:
 * `EventEmitter`, `Component` in a file that imports React, a stream? A base between the two would be named instead.
 */
export function hasPlainBase({ text }: SourceCode, { superClass }: Class): boolean {
  const base = superClass && unwrap(superClass);
  const isMember = base?.type === "MemberExpression";
  const name = isMember ? memberName(base) : base?.type === "Identifier" ? base.name : undefined;
  if (name === undefined) return false;
  const isIn = (modules: readonly string[]): boolean =>
    modules.length === 0 || modules.some((module) => text.includes(`"${module}"`) || text.includes(`'${module}'`));
  if (plainBases.has(name) || (streams.extends.includes(name) && isIn(streams.modules))) return true;
  return allClasses.some(({ lifecycle, component }) => isAny(component.extends, [name]) && isIn(lifecycle.modules));
}

/** The name of a method, or of a field that holds a function. */
export function methodName(member: TSESTree.ClassElement): string | undefined {
  if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return undefined;
  if (member.static || member.key.type !== "Identifier" || member.computed) return undefined;
  return member.type === "MethodDefinition" || isFunction(member.value) ? member.key.name : undefined;
}
