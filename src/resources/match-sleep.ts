import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches, calleeWord, isCallNamed, isPropertyNamed, memberName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { originOf } from "../scope/origin.ts";
import { constantValue, variableOf } from "../scope/variables.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";
import { abortableSleepName, importedSleep, rejectingSleepName, sleepName, timeName } from "./catalog/timers/sleeps.ts";

/**
 * A timer of another file, `sleep(5000)`, in a file that races something: told by its name and its use, it is imported,
 * or `Bun.sleep`, and is given a time and nothing else but a message, or the signal that stops it.
 *
 * It does not see: a function that keeps nothing alive (`unref`), and one of a package's namespace.
 */
export function matchSleep(sourceCode: SourceCode, node: Acquisition["node"]): Acquisition | undefined {
  const isSleep = isImportedSleep(sourceCode, node) || isSignalled(sourceCode, node);
  return isSleep ? acquisitionOf(node, calleeWord(node) ?? "", importedSleep) : undefined;
}

/** Is it a sleep by its name, of another file or of the host, and given a time and nothing else? */
export function isImportedSleep(
  sourceCode: SourceCode,
  { callee, arguments: [time, ...more] }: Acquisition["node"],
): boolean {
  const name = unwrap(callee);
  if (!time || !isTime(sourceCode, time)) return false;
  if (name.type === "MemberExpression" && more.length === 0 && isHostSleep(sourceCode, name)) return true;
  const word = wordOf(name);
  if (!sleepName.test(word) || !isOfOtherFile(sourceCode, name)) return false;
  return more.length === 0 || (rejectingSleepName.test(word) && more.every(isMessage));
}

/** The same, given a signal as well: `sleep(ms, signal)`, `sleepWithAbort(ms, { signal })`. */
function isSignalled(sourceCode: SourceCode, node: Acquisition["node"]): boolean {
  const [time, , ...more] = node.arguments;
  const name = unwrap(node.callee);
  const word = wordOf(name);
  if (!time || more.length > 0 || !(sleepName.test(word) || abortableSleepName.test(word))) return false;
  if (signalOfSleep(node) === undefined || !isTime(sourceCode, time)) return false;
  return isOfOtherFile(sourceCode, name) || (name.type === "MemberExpression" && methodOfClock.test(word));
}

/** What is told by its name and a signal alone, of whatever it is a method: `this.clock.sleep(ms, signal)`. */
const methodOfClock = /^(?:sleep|delay)/;

/**
 * The signal that a sleep is given to be stopped by, as its last argument or in an object there; `undefined` where it
 * is given none, or the call does not show it.
 */
export function signalOfSleep({ arguments: given }: Acquisition["node"]): TSESTree.Node | undefined {
  const last = given.length > 1 ? unwrap(given.at(-1)!) : undefined;
  if (last?.type !== "ObjectExpression") return last && /signal$/i.test(wordOf(last)) ? last : undefined;
  const own = last.properties.find((each) => isPropertyNamed(each, "signal"));
  const isWritten = last.properties.every(({ type }) => type === "Property");
  return own?.type === "Property" && isWritten ? unwrap(own.value) : undefined;
}

function wordOf(name: TSESTree.Node): string {
  return (name.type === "Identifier" ? name.name : name.type === "MemberExpression" ? memberName(name) : "") ?? "";
}

/** A name that another file gives, by an import or `require`, or a member of all that a file beside this one gives. */
function isOfOtherFile(sourceCode: SourceCode, name: TSESTree.Node): boolean {
  const { module, path } = originOf(sourceCode, name) ?? {};
  if (module === undefined || !path) return false;
  return name.type === "Identifier" || (path.length === 1 && /^[.~@]\.?\//.test(module));
}

/** `Bun.sleep`, and `scheduler.wait` of a worker. */
function isHostSleep(sourceCode: SourceCode, member: TSESTree.MemberExpression): boolean {
  const origin = originOf(sourceCode, member);
  return origin?.module === undefined && /^(?:Bun\.sleep|scheduler\.wait)$/.test(origin?.path.join(".") ?? "");
}

/** What a timeout fails with: a text, in any language, or a new error, or whether it does, `throwOnTimeout`. */
function isMessage(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return (
    node.type === "TemplateLiteral" ||
    node.type === "NewExpression" ||
    isCallNamed(node, /^(?:localize|translate|format|t)$/) ||
    (node.type === "Identifier" && /^(?:throw|reject)/i.test(node.name)) ||
    (node.type === "Literal" && typeof node.value === "string")
  );
}

/** A number, or what is called one. */
function isTime(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const next = (inner: TSESTree.Node): boolean => isTime(sourceCode, inner);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number";
    case "Identifier":
      return timeName.test(node.name) || isWrittenTime(constantValue(variableOf(sourceCode, node)));
    case "MemberExpression":
      return timeName.test(wordOf(node));
    case "BinaryExpression":
    case "LogicalExpression":
      return next(node.left) || next(node.right);
    case "ConditionalExpression":
      return next(node.consequent) || next(node.alternate);
    case "CallExpression":
      return calleeMatches(node, timeCall) || (calleeMatches(node, numberCall) && node.arguments.some(next));
    default:
      return false;
  }
}

/** What a constant may stand for, `const t = 5000` or `const t = options.retryMs`. */
function isWrittenTime(value: TSESTree.Node | undefined): boolean {
  if (value?.type === "MemberExpression") return timeName.test(wordOf(value));
  return value?.type === "Literal" && typeof value.value === "number";
}

const numberCall = /^(?:min|max|round|floor|ceil|Number|parseInt)$/;

/** Calls that give milliseconds: `ms("5s")`, `clock.msToSlot(slot)`, `getDelayMs()`. */
const timeCall = /^ms(?:[A-Z]\w*)?$|(?:Ms|Millis|Milliseconds)$/;
