import type { TSESTree } from "@typescript-eslint/utils";
import { decoratorsOf } from "../../../ast/decorators.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { ClassNode } from "../functions/self.ts";
import { teardownsOfObject } from "../object/teardown.ts";
import { findCalls } from "../functions/calls-of.ts";

/**
 * The places that run a constructor or a method: the `new`s of its class, or the calls through `this`. A class that is
 * exported and made in its own file is taken for one that others do not make: `export const cache = new Cache()`.
 *
 * @returns `undefined` for what is no member of a class, or of one that is extended, given away, or has a teardown
 */
export function runsOfMember(sourceCode: SourceCode, fn: FunctionNode): readonly TSESTree.Node[] | undefined {
  const { parent: member } = fn;
  if (member.type !== "MethodDefinition" || member.static) return undefined;
  const makers = makersOf(sourceCode, member.parent.parent);
  return makers?.length && member.kind !== "constructor" ? findCalls(sourceCode, fn) : makers;
}

/**
 * The `new`s of a class, if all are seen.
 *
 * @returns `undefined` for a class that is extended, given away, or has a teardown
 */
export function makersOf(sourceCode: SourceCode, node: ClassNode): TSESTree.Node[] | undefined {
  if (teardownsOfObject(sourceCode, { node, isStatic: false }).length > 0) return undefined;
  if (isOfTheInjector(sourceCode, node)) return [node];
  const value = outermost(node);
  const made = value.parent;
  if (made.type === "NewExpression" && made.callee === value) return [made];
  const [variable] = node.type === "ClassDeclaration" ? sourceCode.getDeclaredVariables(node) : [];
  if (!variable) return undefined;
  const makers: TSESTree.Node[] = [];
  // In its own body a class has a name of its own.
  const inside = sourceCode.scopeManager?.acquire(node)?.set.get(variable.name);
  for (const { identifier, isValueReference } of [...variable.references, ...(inside?.references ?? [])]) {
    const { parent } = identifier;
    // Without TypeScript's parser there are no types, and nothing says so.
    const isOfValue = isValueReference as boolean | undefined;
    if (parent.type === "NewExpression" && parent.callee === identifier) makers.push(parent);
    else if (isOfValue !== false && !isOnlyNamed(identifier)) return undefined;
  }
  return [...makers, ...madeByItself(sourceCode, node)];
}

/** `new this()` in a static method of the class. */
function madeByItself(sourceCode: SourceCode, { body }: ClassNode): TSESTree.Node[] {
  return body.body.flatMap((element) => {
    if (element.type !== "MethodDefinition" || !element.static || !isFunction(element.value)) return [];
    const nodes = ownNodes(sourceCode, element.value.body);
    return nodes.filter((each) => each.type === "NewExpression" && each.callee.type === "ThisExpression");
  });
}

/**
 * Is one made, for as long as the application runs: Angular's `@Injectable({ providedIn: "root" })`, and the providers
 * and controllers of Nest, unless they say another scope?
 */
function isOfTheInjector(sourceCode: SourceCode, node: ClassNode): boolean {
  const ofNest = /["']@nestjs\/common["']/.test(sourceCode.text);
  return decoratorsOf(node).some((each) => {
    const text = sourceCode.getText(each);
    if (/^@Injectable\(\{\s*providedIn:\s*["'`]root/.test(text)) return true;
    return ofNest && /^@(?:Injectable|Controller|WebSocketGateway)\(/.test(text) && !/\bscope\b/.test(text);
  });
}

/** `Cache.size`, `value instanceof Cache`, `export { Cache }` */
function isOnlyNamed({ parent }: TSESTree.Node): boolean {
  return /^(?:(?:Member|Binary)Expression|ExportSpecifier|ExportDefaultDeclaration)$/.test(parent!.type);
}
