import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import type { ForeignChild } from "../analysis/ownership/foreign/find-foreign-children.ts";
import { isName } from "../ast/names.ts";
import { unwrap } from "../ast/transparent.ts";
import { isSeenAt } from "../scope/is-seen-at.ts";
import { variableOf } from "../scope/variables.ts";
import type { ClassNode } from "../analysis/ownership/functions/self.ts";
import { embeddedField, type EmbeddedField } from "../analysis/ownership/foreign/embedded-field.ts";
import type { Fix } from "./fix.ts";
import { isAsWritten } from "./is-as-written.ts";
import { typeSyntaxOf } from "./text/type-syntax.ts";

/** The context inside of a wrapper in place of the wrapper, as the parent of a child. */
export interface Embedded {
  readonly fix: Fix;
  /** What the child will be derived from. */
  readonly text: string;
  /** The members of a context that the wrapper answers itself: the child will not ask it any more. */
  readonly lost: readonly string[];
  /** The child is what it was, and nothing waits for it: the condition of `--fix`. */
  readonly isSame: boolean;
}

/**
 * Derives from the context inside: `withCancel(bo.ctx)`, `withCancel(ctx)` for a copy of `ctx`.
 *
 * It is the same child only if the wrapper was made here of a class that forwards every member, which nothing replaces
 * in an instance, and if it had its parent's end before too; and where nobody asks for the cause, which a watcher does
 * not pass on.
 *
 * @returns `null` when there is no such expression, or it cannot be reached
 */
export function passEmbedded(sourceCode: SourceCode, child: ForeignChild): Embedded | null {
  const { parent, wrapper, consequence } = child;
  if (wrapper.handedOn) return null;
  const range = parent.range;
  if (wrapper.inner) {
    const text = reachable(sourceCode, wrapper.inner, parent);
    return text === undefined ? null : { fix: { edits: [{ range, text }] }, text, lost: [], isSame: false };
  }
  const { node, made, file } = wrapper;
  const isClass = node.type === "ClassDeclaration" || node.type === "ClassExpression";
  const base = unwrap(parent);
  if (!isClass || file !== undefined || !/Identifier|This|Member/.test(base.type)) return null;
  const field = embeddedField(sourceCode, node);
  if (!field || (!field.isOpen && base.type !== "ThisExpression")) return null;
  if (typeSyntaxOf(sourceCode) !== "none" && !(isOfContext(field) && isKnownByClass(sourceCode, base, node)))
    return null;
  const text = `${sourceCode.getText(base)}.${field.name}`;
  const isSame =
    consequence === "watcher" &&
    made !== undefined &&
    base.type === "Identifier" &&
    field.answered.length === 0 &&
    isAsWritten(sourceCode, node) &&
    !/\b[cC]ause\b/.test(sourceCode.text);
  return { fix: { edits: [{ range, text }] }, text, lost: field.answered, isSame };
}

/** Is a field declared as a context, which every object has? */
function isOfContext({ type, isOptional }: EmbeddedField): boolean {
  return !isOptional && (!type || type.type === "TSTypeReference");
}

/** Does TypeScript know a value by the class, and not as any context: `const bo: Context = new Backoffer(ctx)`? */
function isKnownByClass(sourceCode: SourceCode, value: TSESTree.Node, node: ClassNode): boolean {
  const isClass = (type: TSESTree.TypeNode): boolean =>
    type.type === "TSTypeReference" && isName(type.typeName, node.id?.name ?? "");
  switch (value.type) {
    case "TSAsExpression":
    case "TSTypeAssertion":
      return isClass(value.typeAnnotation);
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
      return isKnownByClass(sourceCode, value.expression, node);
    case "Identifier": {
      const [def] = variableOf(sourceCode, value)?.defs ?? [];
      if (def?.type !== "Variable") return true;
      const annotation = def.node.id.typeAnnotation?.typeAnnotation;
      if (annotation) return isClass(annotation);
      return !def.node.init || def.node.id.type !== "Identifier" || isKnownByClass(sourceCode, def.node.init, node);
    }
    default:
      return true;
  }
}

/** The text of a name that stands for the same at both places. */
function reachable(sourceCode: SourceCode, inner: TSESTree.Node, at: TSESTree.Node): string | undefined {
  const variable = variableOf(sourceCode, inner);
  return variable && isSeenAt(sourceCode, variable, at) ? variable.name : undefined;
}
