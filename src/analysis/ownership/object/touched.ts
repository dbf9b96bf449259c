import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { someNode } from "../../../ast/some-node.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { TracedFile } from "../claim.ts";
import type { Field } from "./field.ts";
import { functionAt, isUnknownOwnCall } from "./own-functions.ts";
import { eventsOf, runBy } from "./own-graph.ts";
import { ownerOfMember } from "./self.ts";
import { teardownsOf } from "./teardown.ts";

/** What the teardowns change of the object of a field, the field itself left out. */
export interface Touched {
  readonly file: TracedFile;
  readonly field: Field;
  readonly members: ReadonlySet<string>;
  readonly variables: ReadonlySet<TSESLint.Scope.Variable>;
}

/** Collects what the teardowns of a field's object write, call methods of, or hand on. */
export const touchedOf: (file: TracedFile, field: Field) => Touched = oncePer((file, field) => {
  const members = new Set<string>();
  const variables = new Set<TSESLint.Scope.Variable>();
  const add = (expression: TSESTree.Node): void => {
    const base = baseOf(file, field, expression);
    if (typeof base === "string") members.add(base);
    else if (base) variables.add(base);
  };
  for (const fn of teardownsOf(file, field).flatMap((each) => (each.fn ? [...runBy(file, each.fn)] : []))) {
    for (const event of eventsOf(file, fn)) {
      if (event.type === "AssignmentExpression") add(event.left);
      if (event.type === "UpdateExpression") add(event.argument);
      if (event.type === "UnaryExpression" && event.operator === "delete") add(event.argument);
      if (event.type !== "CallExpression") continue;
      const callee = unwrap(event.callee);
      if (callee.type === "MemberExpression") add(callee.object);
      event.arguments.forEach(add);
    }
  }
  if (field.member !== undefined) members.delete(field.member);
  if (field.variable) variables.delete(field.variable);
  return { file, field, members, variables };
});

/** The member or variable of the object that an expression starts from: `socket` of `this.socket.readyState`. */
function baseOf(
  file: TracedFile,
  field: Field,
  expression: TSESTree.Node,
): string | TSESLint.Scope.Variable | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") {
    const variable = variableOf(file.sourceCode, node);
    return variable?.scope.block === field.object ? variable : undefined;
  }
  if (node.type !== "MemberExpression") return undefined;
  const owner = ownerOfMember(file.sourceCode, node);
  return owner?.node === field.object ? memberName(node) : baseOf(file, field, node.object);
}

/** Words that ask whether something is over; a test that has one may be a guard, whatever it reads. */
const guardWord =
  /abort|cancel|clos|stop|dispos|destroy|shut|end(?:ed|ing)|connect|alive|active|running|mounted|ready|stat(?:e|us)|enabled|generation|epoch|version|token|signal/i;

/**
 * May a test tell that the teardown has run? It reads what the teardown changes, directly, through a function of this
 * file, or through a local made of that; it compares what the object has now with what was there before; or its words
 * ask for such a thing.
 */
export function isGuard(touched: Touched, test: TSESTree.Node): boolean {
  const { field, file } = touched;
  const { sourceCode } = file;
  const self = { node: field.object, isStatic: field.isStatic };
  return someNode(sourceCode, test, (node) => {
    if (node.type === "Identifier" || node.type === "PrivateIdentifier") {
      if (guardWord.test(node.name)) return true;
      const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
      const init = variable && constantValue(variable);
      if (init && readsTouched(touched, init)) return true;
    }
    if (node.type === "CallExpression" && isUnknownOwnCall(sourceCode, node, self)) return true;
    if (node.type === "BinaryExpression" && comparesWithLocal(sourceCode, node)) return true;
    return readsTouched(touched, node);
  });
}

/** `this.url !== url`. */
function comparesWithLocal(
  sourceCode: TracedFile["sourceCode"],
  { left, right, operator }: TSESTree.BinaryExpression,
): boolean {
  if (!/^[!=]==?$/.test(operator) || left.type === "PrivateIdentifier") return false;
  const sides = [unwrap(left), unwrap(right)];
  const hasLocal = sides.some((side) => side.type === "Identifier" && variableOf(sourceCode, side) !== undefined);
  return hasLocal && sides.some(({ type }) => type === "MemberExpression" || type === "CallExpression");
}

/** Does an expression read what the teardown changes, itself or in a function of this file that it calls? */
export function readsTouched(touched: Touched, expression: TSESTree.Node): boolean {
  const { sourceCode } = touched.file;
  return someNode(sourceCode, expression, (node) => {
    if (isTouched(touched, node)) return true;
    if (node.type !== "CallExpression" && node.type !== "MemberExpression") return false;
    const callee = functionAt(sourceCode, node.type === "CallExpression" ? node.callee : node);
    return callee !== undefined && isReadBy(touched, callee);
  });
}

const isReadBy = oncePer((touched: Touched, callee: FunctionNode): boolean =>
  [...runBy(touched.file, callee)].some((fn) =>
    someNode(touched.file.sourceCode, fn.body, (node) => isTouched(touched, node)),
  ),
);

function isTouched({ file, field, members, variables }: Touched, node: TSESTree.Node): boolean {
  if (node.type !== "MemberExpression" && node.type !== "Identifier") return false;
  const base = baseOf(file, field, node);
  return typeof base === "string" ? members.has(base) : base !== undefined && variables.has(base);
}
