import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { calleeWord, propertyName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { matchesAt, placesOfName, someOccurrence } from "../../../ast/occurrences.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantText } from "../../../scope/constant-text.ts";
import { isExportOf, originOf } from "../../../scope/origin.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";

/** `signal.addEventListener("abort", listener, options)`. */
export interface AbortListener {
  readonly node: TSESTree.CallExpression;
  readonly signal: TSESTree.Expression;
  readonly listener: TSESTree.CallExpressionArgument;
  readonly options: TSESTree.CallExpressionArgument | undefined;
}

const quoted = /["'`]abort["'`]/y;

/** Does a file listen for aborts? A look at its text, as for acquires. */
export const hasAbortListeners: (sourceCode: SourceCode) => boolean = oncePer(({ text }) => {
  let isNamed = false;
  const isListened = someOccurrence(text, "bort", (at) => {
    isNamed ||= matchesAt(quoted, text, at - 2);
    return text.startsWith("AbortL", at - 1) || text.startsWith("onabort", at - 3);
  });
  return isListened || (isNamed && (text.includes("EventL") || mayUseEvents(text)));
}, programOf);

const events = /["'`](?:node:)?events["'`]/y;

/** Could a text use Node's `events`, whose `once(signal, "abort")` listens too? */
export function mayUseEvents(text: string): boolean {
  return someOccurrence(text, "vents", (at) => matchesAt(events, text, at - 2) || matchesAt(events, text, at - 7));
}

/** Every call that listens for the abort of a signal, in the order of the text. */
export function findAbortListeners(sourceCode: SourceCode): AbortListener[] {
  const listeners = [
    ...placesOfName(sourceCode.text, "addEventListener", "EventL"),
    ...placesOfName(sourceCode.text, "addAbortListener", "AbortL"),
  ].flatMap((offset) => listenerAt(sourceCode, offset) ?? []);
  return listeners.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Every call that takes a listener away from a signal. */
export function findAbortRemovals(sourceCode: SourceCode): AbortListener[] {
  return placesOfName(sourceCode.text, "removeEventListener", "EventL").flatMap((offset) => {
    const call = callAt(sourceCode, offset);
    return (call && readAbortCall(sourceCode, call, "removeEventListener")) ?? [];
  });
}

function listenerAt(sourceCode: SourceCode, offset: number): AbortListener | undefined {
  const call = callAt(sourceCode, offset);
  if (!call) return undefined;
  if (calleeWord(call) !== "addAbortListener") return readAbortCall(sourceCode, call, "addEventListener");
  return isExportOf(originOf(sourceCode, call.callee), "events", ["addAbortListener"])
    ? readDisposable(call)
    : undefined;
}

/** The call whose callee ends in the name that stands there. */
function callAt(sourceCode: SourceCode, offset: number): TSESTree.CallExpression | undefined {
  const name = nodeAt(sourceCode, offset);
  if (name.type !== "Identifier") return undefined;
  return callOf(name.parent.type === "MemberExpression" ? name.parent : name);
}

function readDisposable(call: TSESTree.CallExpression): AbortListener | undefined {
  const [signal, listener] = call.arguments;
  if (!signal || signal.type === "SpreadElement" || !listener) return undefined;
  return { node: call, signal, listener, options: undefined };
}

/**
 * A call of a method that takes an event and a listener, if the event is the abort; `undefined` for any other. What is
 * removed for an event that the file does not show may be removed for the abort.
 */
export function readAbortCall(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  method: "addEventListener" | "removeEventListener",
): AbortListener | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || calleeWord(call) !== method) return undefined;
  const [event, listener, options] = call.arguments;
  const name = constantText(sourceCode, event) ?? (method === "removeEventListener" ? "abort" : undefined);
  if (name !== "abort" || !listener) return undefined;
  return { node: call, signal: callee.object, listener, options };
}

/** Is the listener taken away by another signal, or may it be: `{ signal }`, and options that are not written there? */
export function endsByOption(sourceCode: SourceCode, { options }: AbortListener): boolean {
  return optionOf(sourceCode, options, "signal") !== "none";
}

/**
 * Does it listen while the event is captured? Only a removal that says the same takes it away.
 *
 * @returns `undefined` where the file does not show it
 */
export function isCapturing(sourceCode: SourceCode, { options }: AbortListener): boolean | undefined {
  const capture = options?.type === "Literal" ? options : optionOf(sourceCode, options, "capture");
  if (capture === "none") return false;
  return capture?.type === "Literal" ? capture.value === true : undefined;
}

/**
 * The value of an option, also of options in a constant: `"none"` where it is not given, `undefined` where the file
 * does not show that.
 */
export function optionOf(
  sourceCode: SourceCode,
  options: TSESTree.Node | undefined,
  name: string,
): TSESTree.Node | "none" | undefined {
  if (!options || options.type === "Literal") return "none";
  const node = unwrap(options);
  const variable = variableOf(sourceCode, node);
  const object = unwrap((variable && constantValue(variable)) ?? node);
  if (object.type !== "ObjectExpression") return undefined;
  const properties = object.properties.flatMap((each) => (each.type === "Property" ? each : []));
  if (properties.length < object.properties.length) return undefined;
  return properties.find((each) => propertyName(each) === name)?.value ?? "none";
}
