import type { TSESTree } from "@typescript-eslint/utils";
import { memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { LookAlike } from "../../../resources/catalog/signals/look-alikes.ts";
import { originOf } from "../../../scope/origin.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { elementName } from "../functions/self.ts";
import { classOfName } from "./context-class.ts";

/** What stands for a signal and is none: how it is made, and where. */
export interface Made {
  readonly form: LookAlike;
  readonly node: TSESTree.Node;
}

/** Where a text could make one. */
const makers =
  /\.\.\.\s*(?:[\w$]+\.)*\w*[sS]ignal(?=\s*[,}])|\bObject\.(?:create|assign)\([^()]*[sS]ignal\b|(?<![.\w$])aborted\b\s*(?=[:=,;(!}?\n])/;

/** Could a text make a look-alike of a signal? */
export function mayMakeLookAlike(text: string): boolean {
  return makers.test(text);
}

/**
 * The look-alike that an expression is, through constants.
 *
 * @returns `undefined` for signals, and for what may be one
 */
export function lookAlikeOf(sourceCode: SourceCode, expression: TSESTree.Node): Made | undefined {
  const node = unwrap(expression);
  const form = formOf(sourceCode, node);
  if (form) return { form, node };
  const value = constantValue(variableOf(sourceCode, node));
  // One step: a constant that stands for another one is a signal as often as not.
  const made = value && unwrap(value);
  const formOfValue = made && formOf(sourceCode, made);
  return formOfValue && { form: formOfValue, node: made };
}

function formOf(sourceCode: SourceCode, node: TSESTree.Node): LookAlike | undefined {
  if (node.type === "ObjectExpression") return formOfLiterals([node]);
  if (node.type === "NewExpression") return formOfInstance(sourceCode, node);
  return node.type === "CallExpression" ? formOfCall(sourceCode, node) : undefined;
}

function formOfCall(sourceCode: SourceCode, { callee, arguments: given }: TSESTree.CallExpression) {
  const origin = originOf(sourceCode, callee);
  const [target, ...sources] = given.map(unwrap);
  if (!target || !origin || origin.module !== undefined) return undefined;
  const path = origin.path.join(".");
  if (path === "Object.create") return isSignal(target) && sources.length === 0 ? "derived" : undefined;
  if (path !== "Object.assign") return undefined;
  if (target.type === "CallExpression") return formOf(sourceCode, target) === "derived" ? "derived" : undefined;
  return target.type === "ObjectExpression" ? formOfLiterals([target, ...sources]) : undefined;
}

/** What is put together of literals and signals; with anything else in it, it may be anything. */
function formOfLiterals(parts: readonly TSESTree.Node[]): LookAlike | undefined {
  const members = parts.flatMap((part) => (part.type === "ObjectExpression" ? part.properties : [part]));
  const isKnown = members.every((each) => each.type === "Property" || isSignal(spreadIn(each)));
  if (!isKnown) return undefined;
  const names = members.map((each) => (each.type === "Property" ? propertyName(each) : undefined));
  const isCopy = members.some((each) => each.type !== "Property");
  if (names.includes("addEventListener")) return names.includes("aborted") ? "own" : undefined;
  return names.includes("aborted") ? "bare" : isCopy ? "copy" : undefined;
}

function spreadIn(node: TSESTree.Node): TSESTree.Node {
  return node.type === "SpreadElement" ? unwrap(node.argument) : node;
}

/** Is it named like a signal? What takes it says that it is no signal of another kind. */
function isSignal(node: TSESTree.Node): boolean {
  const name = node.type === "MemberExpression" ? memberName(node) : node.type === "Identifier" ? node.name : undefined;
  return /signal$/i.test(name ?? "");
}

/** An instance of a class of this file that has `aborted` and extends nothing, or the platform's `EventTarget`. */
function formOfInstance(sourceCode: SourceCode, { callee }: TSESTree.NewExpression): LookAlike | undefined {
  const made = classOfName(sourceCode, callee);
  if (!made) return undefined;
  const names = made.body.body.flatMap((member) => elementName(member) ?? []);
  if (!names.includes("aborted")) return undefined;
  if (!made.superClass) return names.includes("addEventListener") ? "own" : "bare";
  const base = originOf(sourceCode, made.superClass);
  return base?.module === undefined && base?.path.join(".") === "EventTarget" ? "own" : undefined;
}
