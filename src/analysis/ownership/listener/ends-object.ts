import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, isConstructor } from "../../../ast/functions.ts";
import { memberNamedBy } from "../../../ast/members.ts";
import { calleeWord, isPropertyNamed, isThis, memberName } from "../../../ast/names.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { mentionsOf } from "../functions/mentions.ts";
import type { ClassNode } from "../functions/self.ts";

/**
 * Does a signal that an object is made with end that object? Its constructor gives it to others, or the object listens
 * with it: `element.addEventListener("click", f, { signal })`. Then all of these last until the abort, whatever else a
 * method cleans up.
 *
 * A signal for one piece of work says nothing of the object: `fetch(url, { signal: this.signal })` in a method.
 */
export function endsObject(sourceCode: SourceCode, signal: TSESTree.Node, node: ClassNode): boolean {
  return standingFor(sourceCode, unwrap(signal), node).some(isGivenOn);
}

/** Everything in a class that is written for a signal: its name, and the field that keeps it. */
export function standingFor(sourceCode: SourceCode, signal: TSESTree.Node, node: ClassNode): TSESTree.Node[] {
  if (signal.type === "MemberExpression") {
    return membersOf(sourceCode, memberName(signal), node).filter((each) => isSameText(sourceCode, each, signal));
  }
  const variable = variableOf(sourceCode, signal);
  const [def] = variable?.defs ?? [];
  const own = def?.name.parent.type === "TSParameterProperty" ? variable!.name : undefined;
  const names = variable?.references.map(({ identifier }) => identifier) ?? [];
  const kept = [own, ...names.map(fieldGiven)].flatMap((name) => membersOf(sourceCode, name, node));
  return [...names, ...kept].filter((each) => isWithin(each, node));
}

/** Every `this.name` of a class, and every other member of that name. */
function membersOf(sourceCode: SourceCode, name: string | undefined, node: ClassNode): TSESTree.Node[] {
  if (name === undefined) return [];
  return [name, `#${name}`].flatMap((each) =>
    mentionsOf(sourceCode, each).flatMap((mention) => {
      const member = memberNamedBy(mention);
      return member && isWithin(member, node) ? [member] : [];
    }),
  );
}

/** The name of the field in `this.signal = signal ?? null`. */
function fieldGiven(identifier: TSESTree.Node): string | undefined {
  let value = outermost(identifier);
  if (value.parent.type === "LogicalExpression") value = outermost(value.parent);
  const { parent } = value;
  const left = parent.type === "AssignmentExpression" && parent.right === value ? unwrap(parent.left) : undefined;
  if (left?.type !== "MemberExpression" || !isThis(left.object)) return undefined;
  return left.property.type === "PrivateIdentifier" ? left.property.name : memberName(left);
}

/** Is it given to something that lasts: to any call in a constructor, or to another listener as what ends it? */
function isGivenOn(expression: TSESTree.Node): boolean {
  const { parent } = outermost(expression);
  const isOption = isPropertyNamed(parent, "signal");
  const call = callGiven(isOption ? parent.parent : expression);
  if (!call) return false;
  return isConstructor(enclosingFunction(expression)) || (isOption && calleeWord(call) === "addEventListener");
}
