import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { calleeWord, isMemberNamed, isPropertyNamed, memberName, propertyName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { placeOf } from "../ast/statement-list.ts";
import { isGlobalAt } from "../scope/is-global-at.ts";
import { isConstant, variableOf } from "../scope/variables.ts";
import { abortOf } from "./abort-of.ts";
import type { Edit, Fix } from "./fix.ts";
import { hasComments } from "./text/chunk.ts";
import { removeStatement } from "./text/remove-statement.ts";

/** A change, and the signals that are made one, as they are written. */
export interface AnySignal {
  readonly fix: Fix;
  readonly signals: string;
}

/**
 * A listener that passes the caller's abort on to the controller of one `fetch`, whose response the function returns:
 * `fetch` gets both signals as one, and the listener goes. So the abort still reaches the body behind the return.
 *
 * It is no safe fix: a signal that was aborted before is heard too, and its reason takes the place of the controller's.
 *
 * @returns `null` unless the listener does nothing else, `fetch` alone is given the controller's signal, and its
 *   response is what is returned
 */
export function anySignal(sourceCode: SourceCode, { acquisition: { node }, mistake }: Leak): AnySignal | null {
  const statement = node.parent;
  const link = mistake ? undefined : linkOf(sourceCode, node);
  if (!link || statement.type !== "ExpressionStatement" || hasComments(sourceCode, statement)) return null;
  const given = signalOfFetch(sourceCode, link.controller, statement);
  const removal = given && removeStatement(sourceCode, statement);
  if (!removal || !isGlobalAt(sourceCode, node, "AbortSignal")) return null;
  const signals = `${sourceCode.getText(link.signal)}, ${sourceCode.getText(given.value)}`;
  const edit: Edit = { range: given.value.range, text: `AbortSignal.any([${signals}])` };
  return { fix: { edits: [removal, edit] }, signals };
}

interface Link {
  readonly signal: TSESTree.Expression;
  readonly controller: TSESLint.Scope.Variable;
}

/** `signal.addEventListener("abort", () => controller.abort())`, of names that always stand for the same. */
function linkOf(sourceCode: SourceCode, call: Leak["acquisition"]["node"]): Link | undefined {
  const { callee } = call;
  const [, listener, options] = call.arguments;
  const controller = listener && abortedByListener(sourceCode, listener);
  if (callee.type !== "MemberExpression" || !controller || calleeWord(call) !== "addEventListener") return undefined;
  const isPlain = isSteady(sourceCode, callee.object) && (!options || isOnce(options));
  return isPlain ? { signal: callee.object, controller } : undefined;
}

/** `signal` or `options.signal`. */
function isSteady(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const name = node.type === "MemberExpression" && !node.computed ? node.object : node;
  const variable = variableOf(sourceCode, name);
  return variable !== undefined && isConstant(variable);
}

function isOnce(options: TSESTree.Node): boolean {
  return options.type === "ObjectExpression" && options.properties.every((each) => isPropertyNamed(each, "once"));
}

/** The controller that a listener aborts, if it does nothing else: its reason may be that of the signal. */
function abortedByListener(sourceCode: SourceCode, listener: TSESTree.Node): TSESLint.Scope.Variable | undefined {
  const abort = abortOf(sourceCode, listener);
  const isPlain = abort?.reasons.every((each) => isMemberNamed(each, "reason"));
  return isPlain ? abort!.controller : undefined;
}

/** The option `signal` that the controller's signal is for, of a returned `fetch` behind the statement. */
function signalOfFetch(
  sourceCode: SourceCode,
  { references }: TSESLint.Scope.Variable,
  statement: TSESTree.Statement,
): TSESTree.Property | undefined {
  const uses = references.filter(({ init }) => !init).map(({ identifier }) => identifier.parent);
  const names = uses.map((use) => (use.type === "MemberExpression" ? memberName(use) : undefined));
  if (names.some((name) => name !== "signal" && name !== "abort")) return undefined;
  const [signal, ...more] = uses.filter((_, i) => names[i] === "signal");
  const property = signal?.parent;
  if (more.length > 0 || property?.type !== "Property" || propertyName(property) !== "signal") return undefined;
  const options = property.parent as TSESTree.ObjectExpression;
  const call = options.parent;
  return isFetch(sourceCode, call, options) && isReturned(sourceCode, call, statement) ? property : undefined;
}

/** `fetch(url, { …, signal })`, where nothing behind the signal may replace it. */
function isFetch(sourceCode: SourceCode, call: TSESTree.Node, options: TSESTree.ObjectExpression): boolean {
  if (call.type !== "CallExpression" || call.callee.type !== "Identifier" || call.callee.name !== "fetch") return false;
  const isOptions = call.arguments[1] === options && options.properties.at(-1)!.type !== "SpreadElement";
  return isOptions && isGlobalAt(sourceCode, call, "fetch");
}

/** `return fetch(…)`, or `const response = await fetch(…)` and `return response`, in the list of the statement. */
function isReturned(sourceCode: SourceCode, call: TSESTree.Node, statement: TSESTree.Statement): boolean {
  const place = placeOf(statement);
  const rest = place?.list.slice(place.index + 1) ?? [];
  const value = call.parent!.type === "AwaitExpression" ? call.parent! : call;
  const parent = value.parent!;
  if (parent.type === "ReturnStatement") return rest.includes(parent);
  if (parent.type !== "VariableDeclarator" || !rest.includes(parent.parent)) return false;
  const [variable] = sourceCode.getDeclaredVariables(parent);
  return rest.some(
    (each) =>
      each.type === "ReturnStatement" &&
      each.argument?.type === "Identifier" &&
      variableOf(sourceCode, each.argument) === variable,
  );
}
