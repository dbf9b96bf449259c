import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { memberNamedBy, memberOf } from "../../../ast/members.ts";
import { isCallNamed, isName, memberName, propertyName } from "../../../ast/names.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin, placeOf } from "../../../ast/statement-list.ts";
import { outermost, unwrap, type InnerNode } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { isOpen, ownerOfMember } from "../functions/self.ts";

/**
 * Is a settler put somewhere, where nobody calls it? Another one takes its place before anybody can,
 * `answer = resolve; answer = (value) => { clearTimeout(timer); resolve(value); }`, also as a part of an object,
 * `const entry = { resolve }; entry.resolve = (value) => …`, or in a variable that began with it, wherever it is armed.
 * Or it is a part of an entry, `pending.set(id, { resolve, reject })`, and the file asks entries for other parts, but
 * never for that one.
 *
 * It does not see: a call between the two that settles at once, and an entry that another file is given.
 */
export function isNeverCalled(sourceCode: SourceCode, settler: TSESTree.Node, acquire: TSESTree.Node): boolean {
  const value = outermost(settler);
  if (isVariableReplaced(sourceCode, value, acquire)) return true;
  const part = value.parent.type === "Property" ? value.parent : undefined;
  if (part && isPartReplaced(sourceCode, part, acquire)) return true;
  const put = putOf(part ? part.parent : value);
  if (!put) return false;
  if (isReplaced(sourceCode, put)) return true;
  return part !== undefined && isOwn(sourceCode, put.container) && isNeverAsked(sourceCode, part);
}

/** A value that is put into a variable or a member, `answer = resolve`, or under a key, `pending.set(id, entry)`. */
interface Put {
  readonly statement: TSESTree.ExpressionStatement;
  readonly value: TSESTree.Node;
  /** The variable, the member, or the method and the key, which are the same where the text is. */
  readonly place: readonly TSESTree.Node[];
  readonly container: TSESTree.Node;
}

function putOf(value: TSESTree.Node): Put | undefined {
  const { parent } = outermost(value);
  const statement = parent && outermost(parent).parent;
  return statement.type === "ExpressionStatement" ? putBy(statement) : undefined;
}

function putBy(statement: TSESTree.ExpressionStatement): Put | undefined {
  const node = unwrap(statement.expression);
  if (node.type === "AssignmentExpression") {
    const [left, value] = [unwrap(node.left), unwrap(node.right)];
    const container = unwrap(left.type === "MemberExpression" && left.computed ? left.object : left);
    return node.operator === "=" ? { statement, value, place: [left], container } : undefined;
  }
  if (!isCallNamed(node, "set")) return undefined;
  const callee = unwrap(node.callee);
  const [key, value] = node.arguments;
  if (callee.type !== "MemberExpression" || !key || !value) return undefined;
  return { statement, value: unwrap(value), place: [callee.object, key], container: unwrap(callee.object) };
}

/** Does a statement behind it put something else at the same place, with no wait between them? */
function isReplaced(sourceCode: SourceCode, put: Put): boolean {
  const at = placeOf(put.statement);
  const textOf = ({ place }: Put): string => place.map((each) => plainText(sourceCode, each)).join("\n");
  for (const statement of at?.list.slice(at.index + 1) ?? []) {
    if (/\bawait\b|\byield\b/.test(sourceCode.getText(statement))) return false;
    const next = statement.type === "ExpressionStatement" ? putBy(statement) : undefined;
    if (next && next.value.type !== "Identifier" && textOf(next) === textOf(put)) return true;
  }
  return false;
}

/** Is what a variable begins with replaced, wherever the resource is acquired, before anything asks for it? */
function isVariableReplaced(sourceCode: SourceCode, value: TSESTree.Node, acquire: TSESTree.Node): boolean {
  const { parent } = value;
  if (parent?.type !== "VariableDeclarator" || parent.init !== value) return false;
  const references = variableOf(sourceCode, parent.id)?.references ?? [];
  return references.some(({ identifier, init, writeExpr }) => {
    const statement = !init && isFunction(writeExpr) ? outermost(identifier.parent).parent : undefined;
    if (!statement?.parent || !placeOf(statement) || !isWithin(acquire, statement.parent)) return false;
    const isAsked = references.some((each) => each.isRead() && each.identifier.range[0] < statement.range[0]);
    return !isAsked && enclosingFunction(statement) === enclosingFunction(value);
  });
}

/** Is a part of a constant object replaced, wherever the resource is acquired, before anybody else can run? */
function isPartReplaced(sourceCode: SourceCode, part: TSESTree.Property, acquire: TSESTree.Node): boolean {
  const entry = part.parent;
  const name = propertyName(part);
  const { parent } = outermost(entry);
  const variable = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  const members = variable?.references.flatMap(({ identifier }) => memberOf(identifier) ?? []) ?? [];
  return members.some((member) => {
    if (memberName(member) !== name) return false;
    const target = outermost(member);
    const { parent: assignment } = target;
    const statement = assignment.parent;
    if (assignment.type !== "AssignmentExpression" || assignment.left !== target || !statement) return false;
    const block = statement.parent;
    if (!block || !placeOf(statement) || !isWithin(acquire, block)) return false;
    return isFunction(unwrap(assignment.right)) && enclosingFunction(statement) === enclosingFunction(entry);
  });
}

/** Does the file see all that is done with a container: a variable that is given to nobody, or a private field? */
export function isOwn(sourceCode: SourceCode, container: TSESTree.Node): boolean {
  if (container.type === "MemberExpression") {
    const owner = ownerOfMember(sourceCode, container);
    return owner !== undefined && !isOpen(sourceCode, owner, memberName(container) ?? "");
  }
  const variable = variableOf(sourceCode, container);
  const [definition] = variable?.defs ?? [];
  if (!variable || definition?.type !== "Variable") return false;
  if (definition.parent.parent.type === "ExportNamedDeclaration") return false;
  return variable.references.every(({ identifier, init }) => {
    const { parent } = outermost(identifier);
    return init === true || /^(?:MemberExpression|For(?:Of|In)Statement)$/.test(parent.type);
  });
}

/** Is an entry asked for other parts, but never for this one? One that is asked for nothing goes somewhere whole. */
function isNeverAsked(sourceCode: SourceCode, part: TSESTree.Property): boolean {
  const asked = part.parent.properties.filter((each) => {
    const name = each.type === "Property" ? propertyName(each) : undefined;
    return name === undefined || mentionsOf(sourceCode, name).some(isAskedFor);
  });
  return asked.length > 0 && asked.every((each) => each.type === "Property" && each !== part);
}

/** Is a name asked of something, `entry.reject`, `const { reject } = entry`? `Promise.reject` is another one. */
function isAskedFor(mention: InnerNode): boolean {
  const { parent } = mention;
  if (parent.type === "Property") return parent.key === mention && parent.parent.type === "ObjectPattern";
  const member = memberNamedBy(mention);
  return member !== undefined && !isName(member.object, "Promise");
}
