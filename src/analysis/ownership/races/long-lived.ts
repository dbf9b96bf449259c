import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { calleeWord, memberName } from "../../../ast/names.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Lifetime } from "./lifetime.ts";
import { isOnceAbort } from "./once-abort.ts";
import { findOwnField } from "./own-field.ts";
import type { Loop } from "./turns.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** Names of what happens at the end of something long. */
const endings: ReadonlySet<string> = new Set(
  (
    "done close closed stop stopped shutdown abort aborted cancel canceled cancelled end ended exit exited quit " +
    "terminate terminated dispose disposed disconnect disconnected"
  ).split(" "),
);

/** Does the last word of a name say so? `closed`, `whenAborted`, `#stopPromise`. */
function namesEnd(name: string): boolean {
  const words = name.replace(/(?:Promise|Event|P)$/, "").split(/(?=[A-Z])|[_#]/);
  return endings.has(words.at(-1)?.toLowerCase() ?? "");
}

/**
 * Why a raced promise lives longer than the turns of a loop: it is the same one in each, and its end is not the work at
 * hand; `undefined` where nothing says so. A promise of work that was started before the loop will settle soon.
 */
export function findLifetime(sourceCode: SourceCode, racer: TSESTree.Node, loop: Loop): Lifetime | undefined {
  const node = unwrap(racer);
  switch (node.type) {
    case "CallExpression":
      return lifetimeOfCall(sourceCode, node, loop);
    case "MemberExpression":
      return lifetimeOfMember(sourceCode, node, loop);
    case "Identifier":
      return lifetimeOfVariable(sourceCode, node, loop);
    default:
      return undefined;
  }
}

/** `ctx.done()` gives the same promise every time; `once(signal, "abort")` adds a listener with each call. */
function lifetimeOfCall(sourceCode: SourceCode, call: TSESTree.CallExpression, loop: Loop): Lifetime | undefined {
  const callee = unwrap(call.callee);
  const word = calleeWord(call) ?? "";
  if (callee.type === "MemberExpression") {
    if (/^(?:then|catch|finally)$/.test(word)) return findLifetime(sourceCode, callee.object, loop);
    if (/^[dD]one$/.test(word) && call.arguments.length === 0)
      return isSteady(sourceCode, callee.object, loop) ? "done" : undefined;
  }
  return isOnceAbort(call) && isSteady(sourceCode, call.arguments[0]!, loop) ? "once" : undefined;
}

/** Is it the same object in every turn? */
function isSteady(sourceCode: SourceCode, expression: TSESTree.Node, loop: Loop): boolean {
  let node = unwrap(expression);
  while (node.type === "MemberExpression") node = unwrap(node.object);
  if (node.type === "ThisExpression" || node.type === "Super") return true;
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  return variable !== undefined && isUnwrittenIn(variable, loop);
}

function isUnwrittenIn({ defs, references }: TSESLint.Scope.Variable, loop: Loop): boolean {
  const isDeclaredOutside = defs.every(({ name }) => !isWithin(name, loop));
  return isDeclaredOutside && references.every((each) => !each.isWrite() || !isWithin(each.identifier, loop));
}

function lifetimeOfMember(sourceCode: SourceCode, member: TSESTree.MemberExpression, loop: Loop): Lifetime | undefined {
  const name = memberName(member);
  if (name === undefined || !isSteady(sourceCode, member.object, loop)) return undefined;
  const object = unwrap(member.object);
  if (object.type === "Identifier" && name === "promise")
    return isDeferred(sourceCode, object) ? "deferred" : undefined;
  const field = object.type === "ThisExpression" ? findOwnField(sourceCode, member, name) : undefined;
  if (field?.changes) return undefined;
  const isEnd = namesEnd(name) || (field?.value !== undefined && isKeptForLater(sourceCode, field.value));
  return isEnd ? "field" : undefined;
}

/** `const gate = Promise.withResolvers()` and what is named like it: its resolve function is called by somebody else. */
function isDeferred(sourceCode: SourceCode, object: TSESTree.Identifier): boolean {
  const init = initOf(variableOf(sourceCode, object));
  const call = init && unwrap(init);
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return false;
  return /^(?:withResolvers|\w*[dD]efer(?:red)?(?:Promise)?)$/.test(calleeWord(call) ?? "");
}

/** The value of a variable that is bound once; of one taken apart, what it is taken from. */
function initOf(variable: TSESLint.Scope.Variable | undefined): TSESTree.Expression | undefined {
  const definition = variable?.defs[0];
  const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
  if (definition?.type !== "Variable" || writes.length > 1) return undefined;
  return definition.node.init ?? undefined;
}

function lifetimeOfVariable(sourceCode: SourceCode, node: TSESTree.Identifier, loop: Loop): Lifetime | undefined {
  const variable = variableOf(sourceCode, node);
  const definition = variable?.defs[0];
  if (!variable || !definition || !isUnwrittenIn(variable, loop)) return undefined;
  if (definition.type === "Parameter") return namesEnd(node.name) ? "parameter" : "unknown";
  if (definition.type === "ImportBinding") return "unknown";
  const init = initOf(variable);
  if (!init) return undefined;
  const value = unwrap(init);
  if (isSettled(value)) return undefined;
  const isKept =
    isKeptForLater(sourceCode, value) || (value.type === "CallExpression" && calleeWord(value) === "withResolvers");
  if (isKept) return "deferred";
  // A variable that stands for another one, or for `ctx.done()`.
  const through = value.type === "NewExpression" ? undefined : findLifetime(sourceCode, value, loop);
  if (through && through !== "unknown") return through;
  const isOfModule = variable.scope.type === "module" || variable.scope.type === "global";
  return isOfModule ? "module" : through;
}

/** `Promise.resolve(x)`: there is nothing left to wait for. */
function isSettled(value: TSESTree.Node): boolean {
  if (value.type !== "CallExpression") return false;
  const callee = unwrap(value.callee);
  const isOfPromise =
    callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Promise";
  return isOfPromise && /^(?:resolve|reject)$/.test(memberName(callee) ?? "");
}

/**
 * `new Promise((resolve) => { stop = resolve; })`: whoever settles it does so some day. Not one that a timer settles,
 * nor one whose executor starts the work itself.
 */
function isKeptForLater(sourceCode: SourceCode, value: TSESTree.Node): boolean {
  if (value.type !== "NewExpression" || value.callee.type !== "Identifier" || value.callee.name !== "Promise")
    return false;
  const [executor] = value.arguments;
  if (!isFunction(executor)) return false;
  const settlers = sourceCode.getDeclaredVariables(executor);
  return settlers.some(({ references }) =>
    references.some(({ identifier }) => isStored(identifier) || isReactionToEnd(identifier, executor)),
  );
}

function isStored({ parent }: TSESTree.Node): boolean {
  return parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.right.type === "Identifier";
}

/** Is it called in, or given as, a listener for an end? */
function isReactionToEnd(settler: TSESTree.Node, executor: TSESTree.Node): boolean {
  for (let at = settler; at !== executor && at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type !== "CallExpression" || parent.callee === at) continue;
    const [event] = parent.arguments;
    const listens = /^(?:addEventListener|once|on)$/.test(calleeWord(parent) ?? "");
    return listens && event?.type === "Literal" && namesEnd(String(event.value));
  }
  return false;
}
