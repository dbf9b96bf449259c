import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { childrenOf } from "../../../ast/children.ts";
import { oncePer } from "../../../ast/once.ts";
import { someNode } from "../../../ast/some-node.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Field } from "./field.ts";
import { ownFunctionAt, isUnknownOwnCall } from "../functions/own-functions.ts";
import { eventsOf } from "./own-events.ts";
import { runBy } from "./runs.ts";
import { ownerOfMember, type ObjectNode } from "../functions/self.ts";
import { teardownsOf } from "./teardown.ts";

/** A member of an object, by its name, or a variable of a factory. */
type Member = string | TSESLint.Scope.Variable;

/** What the teardowns change of the object of a field. */
export interface Touched {
  readonly file: TracedFile;
  readonly field: Field;
  /** For each teardown. */
  readonly changed: readonly ReadonlySet<Member>[];
}

/** What the teardowns of a field's object change of it. */
export const touchedOf: (file: TracedFile, field: Field) => Touched = oncePer((file, field) => {
  const changedBy = changesOf(file, field.object);
  return { file, field, changed: teardownsOf(file, field).flatMap(({ fn }) => (fn ? changedBy(fn) : [])) };
});

/** What a function writes of an object, calls methods of, or hands on, itself or by what it calls. */
const changesOf = oncePer((file: TracedFile, object: ObjectNode) =>
  oncePer((teardown: FunctionNode): ReadonlySet<Member> => {
    const changed = new Set<Member>();
    for (const event of [...runBy(file, teardown)].flatMap((fn) => eventsOf(file.sourceCode, fn))) {
      for (const expression of changedIn(event)) {
        const base = baseOf(file, object, expression);
        if (base !== undefined) changed.add(base);
      }
    }
    return changed;
  }),
);

function changedIn(event: TSESTree.Node): TSESTree.Node[] {
  if (event.type === "AssignmentExpression") return [event.left];
  if (event.type === "UpdateExpression") return [event.argument];
  if (event.type === "UnaryExpression") return event.operator === "delete" ? [event.argument] : [];
  if (event.type !== "CallExpression") return [];
  const callee = unwrap(event.callee);
  return callee.type === "MemberExpression" ? [callee.object, ...event.arguments] : event.arguments;
}

/** The member or variable of the object that an expression starts from: `socket` of `this.socket.readyState`. */
function baseOf(file: TracedFile, object: ObjectNode, expression: TSESTree.Node): Member | undefined {
  for (let node = unwrap(expression); ; node = unwrap(node.object)) {
    const member = memberAt(file, object, node);
    if (member !== undefined || node.type !== "MemberExpression") return member;
  }
}

/** The member or variable of the object that an expression is, by itself. */
function memberAt({ sourceCode }: TracedFile, object: ObjectNode, node: TSESTree.Node): Member | undefined {
  if (node.type === "MemberExpression")
    return ownerOfMember(sourceCode, node)?.node === object ? memberName(node) : undefined;
  const variable = variableOf(sourceCode, node);
  return variable?.scope.block === object ? variable : undefined;
}

/** Words that ask whether something is over; a test that has one may be a guard, whatever it reads. */
const guardWord =
  /abort|cancel|clos|stop|dispos|destroy|shut|end(?:ed|ing)|connect|alive|active|running|mounted|ready|stat(?:e|us)|enabled|generation|epoch|version|token|signal/i;

/**
 * May a test tell that the teardown has run? It reads what the teardown changes, directly, through a function of this
 * file, or through a local made of that; it compares what the object has now with what was there before; or its words
 * ask for such a thing.
 */
export const isGuard: (touched: Touched, test: TSESTree.Node) => boolean = oncePer((touched, test) => {
  if (leavesWhileAlive(test)) return false;
  if (isGuardItself(touched, test)) return true;
  // Each link of a long chain is a test of its own, with the ones before in it: those are remembered.
  return childrenOf(touched.file.sourceCode, test).some((child) => isGuard(touched, child));
});

/** Words of something that is there as long as the object is at work. */
const aliveWord = /^(?:#|_)*(?:is|was)?_?(?:active|alive|connected|open|ready|running|started)$/i;

/** `if (this.connected) return;`: it lets through what comes when the object is over. */
function leavesWhileAlive(test: TSESTree.Node): boolean {
  const { parent } = test;
  if (parent?.type !== "IfStatement" || parent.test !== test || parent.alternate) return false;
  const { consequent } = parent;
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  const asked = unwrap(test.type === "CallExpression" ? test.callee : test);
  const name = asked.type === "MemberExpression" ? memberName(asked) : undefined;
  return last?.type === "ReturnStatement" && name !== undefined && aliveWord.test(name);
}

function isGuardItself(touched: Touched, node: TSESTree.Node): boolean {
  const { field, file } = touched;
  const { sourceCode } = file;
  if (node.type === "Identifier" || node.type === "PrivateIdentifier") {
    if (guardWord.test(node.name)) return true;
    const init = constantValue(variableOf(sourceCode, node));
    if (init && readsTouched(touched, init)) return true;
  }
  const self = { node: field.object, isStatic: field.isStatic };
  if (node.type === "CallExpression" && isUnknownOwnCall(sourceCode, node, self)) return true;
  if (node.type === "BinaryExpression" && (comparesWithLocal(sourceCode, node) || asksForMark(touched, node)))
    return true;
  return isRead(touched, node);
}

/** `timer === -1`: what a teardown leaves in the field itself, other than nothing. */
function asksForMark({ file, field }: Touched, { left, right, operator }: TSESTree.BinaryExpression): boolean {
  if (!/^[!=]==?$/.test(operator) || left.type === "PrivateIdentifier") return false;
  const sides = [unwrap(left), unwrap(right)];
  const isMark = (side: TSESTree.Node): boolean =>
    side.type === "UnaryExpression" ? side.operator === "-" : side.type === "Literal" && side.value !== null;
  return sides.some(isMark) && sides.some((side) => isField(file, field, side));
}

function isField(file: TracedFile, { object, member, variable }: Field, node: TSESTree.Node): boolean {
  const base = memberAt(file, object, node);
  return base !== undefined && (base === member || base === variable);
}

/** `this.url !== url`. */
function comparesWithLocal(
  sourceCode: TracedFile["sourceCode"],
  { left, right, operator }: TSESTree.BinaryExpression,
): boolean {
  if (!/^[!=]==?$/.test(operator) || left.type === "PrivateIdentifier") return false;
  const sides = [unwrap(left), unwrap(right)];
  const hasLocal = sides.some((side) => variableOf(sourceCode, side) !== undefined);
  return hasLocal && sides.some(({ type }) => type === "MemberExpression" || type === "CallExpression");
}

/** Does an expression read what the teardown changes, itself or in a function of this file that it calls? */
export function readsTouched(touched: Touched, expression: TSESTree.Node): boolean {
  return someNode(touched.file.sourceCode, expression, (node) => isRead(touched, node));
}

/** The same of a node without those in it. */
function isRead(touched: Touched, node: TSESTree.Node): boolean {
  if (isTouched(touched, node)) return true;
  if (node.type !== "CallExpression" && node.type !== "MemberExpression") return false;
  const callee = ownFunctionAt(touched.file.sourceCode, node.type === "CallExpression" ? node.callee : node);
  return callee !== undefined && isReadBy(touched, callee);
}

const isReadBy = oncePer((touched: Touched, callee: FunctionNode): boolean =>
  [...runBy(touched.file, callee)].some((fn) =>
    someNode(touched.file.sourceCode, fn.body, (node) => isTouched(touched, node)),
  ),
);

/** Of `this.socket.readyState` it is the `this.socket` in it that is touched. */
function isTouched({ file, field, changed }: Touched, node: TSESTree.Node): boolean {
  const base = memberAt(file, field.object, node);
  // The field itself says nothing: that it is empty may be since before.
  if (base === undefined || isField(file, field, node)) return false;
  return changed.some((members) => members.has(base));
}
