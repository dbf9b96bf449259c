import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord, memberName } from "../../../ast/names.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { eventsOf } from "./own-events.ts";

const listens = /^(?:on|once|addListener|addEventListener|prependListener)$/;
const takesAway = /^(?:off|removeListener|removeEventListener)$/;

/** Where a handler is registered: whose event, and which. */
interface Registration {
  readonly emitters: readonly string[];
  readonly event: string;
  /** The handler as it is written, where it is a name. */
  readonly handler: string;
}

/**
 * Does the end of the object take a handler away before its event: `socket.removeAllListeners(); socket.close()`,
 * `ws.onclose = null`? What the emitter is told before that may still make the event, and then nothing is said.
 *
 * It does not see a handler that is taken away by an abort, nor an emitter under two names but `const ws = this.ws`.
 */
export function isTakenAway(file: TracedFile, ended: ReadonlySet<FunctionNode>, handler: TSESTree.Node): boolean {
  const registration = registrationOf(file.sourceCode, handler);
  return registration !== undefined && [...ended].some((fn) => takes(file, fn, registration));
}

function registrationOf(sourceCode: SourceCode, handler: TSESTree.Node): Registration | undefined {
  const value = outermost(handler);
  const { parent } = value;
  const written = isFunction(value) ? "" : plainText(sourceCode, value);
  if (parent.type === "AssignmentExpression" && parent.right === value && parent.left.type === "MemberExpression") {
    const event = memberName(parent.left);
    const emitters = namesOf(sourceCode, parent.left.object);
    return event?.startsWith("on") ? { emitters, event, handler: written } : undefined;
  }
  const call = callGiven(value);
  const callee = call && unwrap(call.callee);
  if (callee?.type !== "MemberExpression" || !listens.test(memberName(callee) ?? "")) return undefined;
  const [event] = call!.arguments;
  if (event?.type !== "Literal") return undefined;
  return { emitters: namesOf(sourceCode, callee.object), event: String(event.value), handler: written };
}

/** An emitter as it is written, and the member that has it too: `const ws = this.ws`, `this.ws = ws`. */
function namesOf(sourceCode: SourceCode, emitter: TSESTree.Node): string[] {
  const variable = variableOf(sourceCode, unwrap(emitter));
  const init = constantValue(variable);
  const kept = variable?.references.flatMap(({ identifier }) => {
    const value = outermost(identifier);
    const { parent } = value;
    const isKept = parent.type === "AssignmentExpression" && parent.right === value;
    return isKept ? plainText(sourceCode, parent.left) : [];
  });
  return [plainText(sourceCode, emitter), ...(init ? [plainText(sourceCode, init)] : []), ...(kept ?? [])];
}

/** Does a function take the handler away, before it tells the emitter anything else? */
function takes({ sourceCode }: TracedFile, fn: FunctionNode, registration: Registration): boolean {
  const isEmitter = (node: TSESTree.Node): boolean =>
    namesOf(sourceCode, node).some((name) => registration.emitters.includes(name));
  const told = eventsOf(sourceCode, fn)
    .filter((event) => {
      const target = event.type === "CallExpression" ? unwrap(event.callee) : targetOf(event);
      return target?.type === "MemberExpression" && isEmitter(target.object);
    })
    .sort((a, b) => a.range[0] - b.range[0]);
  const at = told.findIndex((event) => takesIt(sourceCode, event, registration));
  return at >= 0 && told.slice(0, at).every((event) => isQuiet(event));
}

function targetOf(event: TSESTree.Node): TSESTree.Node | undefined {
  return event.type === "AssignmentExpression" ? event.left : undefined;
}

/** `removeAllListeners()`, `off("close", this.onClose)`, `onclose = null`, `onclose = () => {}`. */
function takesIt(sourceCode: SourceCode, event: TSESTree.Node, { event: name, handler }: Registration): boolean {
  if (event.type === "AssignmentExpression") {
    const value = unwrap(event.right);
    const isEmpty = isFunction(value) && value.body.type === "BlockStatement" && value.body.body.length === 0;
    return event.left.type === "MemberExpression" && memberName(event.left) === name && (isNothing(value) || isEmpty);
  }
  if (event.type !== "CallExpression") return false;
  const word = calleeWord(event) ?? "";
  const [first, second] = event.arguments;
  const isSame = first?.type === "Literal" && first.value === name;
  if (word === "removeAllListeners") return first === undefined || isSame;
  return takesAway.test(word) && isSame && second !== undefined && handler === plainText(sourceCode, second);
}

/** It makes no event: another handler goes or comes. */
function isQuiet(event: TSESTree.Node): boolean {
  if (event.type === "AssignmentExpression") return true;
  const word = event.type === "CallExpression" ? (calleeWord(event) ?? "") : "";
  return takesAway.test(word) || listens.test(word) || word === "removeAllListeners";
}
