import type { TSESTree } from "@typescript-eslint/utils";
import { isPropertyNamed, memberName } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { givesNothing } from "./context-class.ts";
import { isOwnContext, isOwnRoot } from "./own-context.ts";
import { endMember, type Scene, type Wrapper } from "./wrapper.ts";

type Source = TSESTree.Node;

/** An object literal with the members of a context, or with a context spread into it. */
export function wrapperOfObject(scene: Scene, node: TSESTree.ObjectExpression): Wrapper | undefined {
  const spread = node.properties.find((property) => property.type === "SpreadElement");
  return copyOf(scene, node, spread?.argument, [node]);
}

/**
 * What is put together of a source and literals. Where the literals tell of an end themselves, it is a context with
 * members of its own; else it is as good as what is left of its source.
 */
function copyOf(
  scene: Scene,
  node: TSESTree.Node,
  source: Source | undefined,
  literals: readonly TSESTree.Node[],
): Wrapper | undefined {
  const members = literals.flatMap((literal) => (literal.type === "ObjectExpression" ? literal.properties : []));
  const ends = members.flatMap((each) => (isPropertyNamed(each, endMember) ? each.value : []));
  const endless = ends.some(givesNothing);
  if (ends.length > 0) return { form: "class", node, name: undefined, endless };
  return source && around(scene, node, "spread", source);
}

/**
 * The wrapper that a call of the platform makes of a context: `Object.create(ctx)`, `Object.assign({}, ctx)`, … A
 * `Proxy` is none: what it costs depends on its traps, and no library is known to which a plain one makes a difference.
 */
export function wrapperOfBuiltIn(scene: Scene, node: TSESTree.CallExpression): Wrapper | undefined {
  const [target, ...sources] = node.arguments;
  if (!target || !isOfPlatform(scene, node.callee)) return undefined;
  switch (scene.sourceCode.getText(node.callee)) {
    case "Object.create":
      return around(scene, node, "create", target);
    case "Object.freeze":
    case "Object.seal":
      return scene.wrapperOf(target);
    case "Object.assign":
      return assigned(scene, node, unwrap(target), sources);
    default:
      return undefined;
  }
}

function isOfPlatform({ sourceCode }: Scene, callee: TSESTree.Node): boolean {
  return callee.type === "MemberExpression" && variableOf(sourceCode, callee.object) === undefined;
}

function assigned(scene: Scene, node: TSESTree.Node, target: TSESTree.Node, sources: readonly TSESTree.Node[]) {
  if (target.type !== "ObjectExpression") return scene.wrapperOf(target);
  const source = sources.find((each) => unwrap(each).type !== "ObjectExpression");
  return copyOf(scene, node, source, [target, ...sources.map(unwrap)]);
}

/**
 * The wrapper around a context, if that is one of the library. What an unknown name stands for may be a plain object of
 * a kind that the library takes: it counts only where the library takes no such object either.
 */
function around(scene: Scene, node: TSESTree.Node, form: "spread" | "create", source: Source): Wrapper | undefined {
  const inner = unwrap(source);
  const isName =
    inner.type === "Identifier" || (inner.type === "MemberExpression" && memberName(inner) !== "prototype");
  const isKnown = isOwnContext(scene, inner);
  if (!isKnown && (!isName || scene.profile.parents.class === "free" || scene.wrapperOf(inner))) return undefined;
  return { form, node, name: undefined, inner, endless: isOwnRoot(scene, inner) };
}
