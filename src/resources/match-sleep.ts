import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeWord, memberName } from "../ast/names.ts";
import { unwrap } from "../ast/transparent.ts";
import { variableOf } from "../scope/variables.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";
import { importedSleep, rejectingSleepName, sleepName, timeName } from "./catalog/timers/sleeps.ts";

/**
 * A timer of another file, `sleep(5000)`, in a file that races something: told by its name and its use, it is imported,
 * or `Bun.sleep`, and is given a time and nothing else but a message, so that no signal can stop it.
 *
 * It does not see: a function that keeps nothing alive (`unref`), and one of a namespace.
 */
export function matchSleep(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: Acquisition["node"],
): Acquisition | undefined {
  return isImportedSleep(sourceCode, node) ? acquisitionOf(node, calleeWord(node) ?? "", importedSleep) : undefined;
}

/** Is it a sleep by its name, of another file or of Bun, and given a time and nothing else? */
export function isImportedSleep(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { callee, arguments: [time, ...more] }: Acquisition["node"],
): boolean {
  const name = unwrap(callee);
  if (!time || !isTime(time)) return false;
  if (name.type === "MemberExpression") return more.length === 0 && isBunSleep(sourceCode, name);
  if (name.type !== "Identifier" || !sleepName.test(name.name)) return false;
  if (more.length > 0 && !(rejectingSleepName.test(name.name) && more.every(isMessage))) return false;
  return variableOf(sourceCode, name)?.defs[0]?.type === "ImportBinding";
}

function isBunSleep(sourceCode: Readonly<TSESLint.SourceCode>, member: TSESTree.MemberExpression): boolean {
  const { object } = member;
  if (object.type !== "Identifier" || object.name !== "Bun" || memberName(member) !== "sleep") return false;
  return variableOf(sourceCode, object) === undefined;
}

/** What a timeout fails with: a text or a new error. */
function isMessage(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === "TemplateLiteral" ||
    node.type === "NewExpression" ||
    (node.type === "Literal" && typeof node.value === "string")
  );
}

/** A number, or what is called one. */
function isTime(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number";
    case "Identifier":
    case "MemberExpression":
      return timeName.test((node.type === "Identifier" ? node.name : memberName(node)) ?? "");
    case "BinaryExpression":
    case "LogicalExpression":
      return isTime(node.left) || isTime(node.right);
    case "ConditionalExpression":
      return isTime(node.consequent) || isTime(node.alternate);
    case "CallExpression":
      return (
        /^(?:min|max|round|floor|ceil|Number|parseInt)$/.test(calleeWord(node) ?? "") && node.arguments.some(isTime)
      );
    default:
      return false;
  }
}
