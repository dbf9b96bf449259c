import type { TSESTree } from "@typescript-eslint/utils";
import { isNothing } from "../ast/nothing.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { findDeferred } from "../analysis/ownership/functions/deferred.ts";
import { isConstant } from "../scope/variables.ts";
import { withoutSemicolon } from "./text/semicolon.ts";

/** A release that is a statement: `cancel();`, `await cancel();`, `clearTimeout(id);`. */
export interface OwnRelease {
  readonly statement: TSESTree.ExpressionStatement;
  readonly call: TSESTree.CallExpression;
}

/**
 * The releases of an obligation, if they are all that is ever done with its handle: it is bound once, by a declaration,
 * and each of its uses releases it there and then, in a statement whose result nobody reads.
 *
 * @returns `undefined` when the handle is used in any other way
 */
export function ownReleases(obligation: Obligation): readonly OwnRelease[] | undefined {
  const { acquisition, root, holders, effects, disposals } = obligation;
  const [, holder, ...more] = holders;
  const variable = holder?.variable;
  if (!variable || more.length > 0 || disposals.size > 0 || !isConstant(variable)) return undefined;
  const releases: OwnRelease[] = [];
  for (const [node, list] of effects) {
    if (list.every(({ kind }) => kind === "hold")) continue;
    const release = list.every((effect) => effect.kind === "release" && !effect.when) ? asStatement(node) : undefined;
    if (!release) return undefined;
    releases.push(release);
  }
  const isValue = acquisition.resource.release.by === "argument";
  const isAccounted = variable.references.every(({ identifier, init }) => {
    const released = releases.some(({ call }) => isWithin(identifier, isValue ? call : call.callee));
    const isHandleItself = holder.path.length === 0 && !isValue;
    return init === true || released || (!isHandleItself && !findDeferred(identifier, root));
  });
  const isDirect = releases.every(({ call }) =>
    variable.references.some((each) => isHandle(each.identifier, call, isValue)),
  );
  return isAccounted && isDirect ? releases : undefined;
}

function asStatement(node: TSESTree.Node): OwnRelease | undefined {
  if (node.type !== "CallExpression") return undefined;
  let value = outermost(node);
  if (value.parent.type === "AwaitExpression") value = outermost(value.parent);
  const statement = value.parent;
  return statement.type === "ExpressionStatement" ? { statement, call: node } : undefined;
}

/** Is it the handle that is called (or given), not a function around it, with nothing to evaluate beside it? */
function isHandle(
  identifier: TSESTree.Node,
  { callee, arguments: [first, ...rest] }: TSESTree.CallExpression,
  isValue: boolean,
): boolean {
  if (isValue) return first !== undefined && unwrap(first) === identifier && rest.every(isLiteral);
  let base = unwrap(callee);
  while (base.type === "MemberExpression" && !base.computed) base = unwrap(base.object);
  if (base.type === "MemberExpression" && base.property.type === "Literal") base = unwrap(base.object);
  return base === identifier && (!first || isLiteral(first)) && rest.every(isLiteral);
}

function isLiteral(node: TSESTree.Node): boolean {
  return node.type === "Literal" || isNothing(node);
}

/** The release as it is written, without its semicolon. */
export function releaseText(sourceCode: SourceCode, { statement }: OwnRelease): string {
  return withoutSemicolon(sourceCode, statement);
}
