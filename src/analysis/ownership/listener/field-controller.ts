import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { calleeWord, isNewController, isThis, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { bodiesOf } from "../functions/bodies-of.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { leaves } from "./leaves.ts";
import type { Listening } from "./listening.ts";

/** The controller in a field of the object, which is all that a listener acts on there: `() => this.own.abort()`. */
export interface FieldController {
  /** Made anew by the call that listens, for work which that call waits for and gives to nobody. */
  readonly isOfCall: boolean;
  /** Nothing else names it, and nothing outside of the class can: an abort of it does nothing. */
  readonly isUnheard: boolean;
}

/** @returns `undefined` for a listener that does anything else with the object */
export function fieldControllerOf({ sourceCode, uses: { fn }, owner }: Listening): FieldController | undefined {
  const { root } = owner;
  if (!fn || !isFunction(root)) return undefined;
  const bodies = [...bodiesOf(sourceCode, fn, root)];
  const names = mentionsOf(sourceCode, "this").flatMap((each) => {
    if (each.type !== "ThisExpression" || !bodies.some((body) => isWithin(each, body))) return [];
    const member = memberOf(each);
    return [member && useOf(member) === "aborted" ? memberName(member) : undefined];
  });
  const [name, ...more] = new Set(names);
  if (name === undefined || more.length > 0) return undefined;
  const members = membersOf(sourceCode, name, root);
  const isMade = (each: TSESTree.MemberExpression): boolean => runsIn(each, root) && useOf(each) === "made";
  const heard = members.filter((each) => useOf(each) === "heard");
  const isOwn = members.every((each) => useOf(each) !== "unknown");
  const isAlone = members.every((each) => bodies.some((body) => isWithin(each, body)));
  const isWork = heard.length > 0 && heard.every((each) => isWorkOf(sourceCode, each, root));
  return {
    isOfCall: isOwn && isWork && members.some(isMade),
    isUnheard: isAlone && isHidden(sourceCode, name, root),
  };
}

/** Every member of a name, but for those of other classes in the file. */
function membersOf(sourceCode: SourceCode, name: string, root: FunctionNode): TSESTree.MemberExpression[] {
  return mentionsOf(sourceCode, name).flatMap(({ parent }) => {
    if (parent.type !== "MemberExpression" || memberName(parent) !== name) return [];
    const isOfAnother = isThis(parent.object) && !isWithin(parent, classOf(root));
    return isOfAnother ? [] : [parent];
  });
}

/** The body of the class that a method or the constructor stands in. */
function classOf(root: FunctionNode): TSESTree.Node {
  return root.parent.parent ?? root;
}

/** Is it a field that only the class itself can name, with a controller in it from the beginning? */
function isHidden(sourceCode: SourceCode, name: string, root: FunctionNode): boolean {
  return mentionsOf(sourceCode, name).some(({ parent }) => {
    if (parent.type !== "PropertyDefinition" || parent.parent !== classOf(root)) return false;
    const isPrivate = parent.accessibility === "private" || parent.key.type === "PrivateIdentifier";
    return isPrivate && parent.value !== null && isNewController(unwrap(parent.value));
  });
}

/** What is done with a field that holds a controller. */
function useOf(member: TSESTree.MemberExpression): "made" | "replaced" | "aborted" | "asked" | "heard" | "unknown" {
  const value = outermost(member);
  const { parent } = value;
  if (parent.type === "AssignmentExpression" && parent.left === value)
    return isNewController(unwrap(parent.right)) ? "made" : "replaced";
  if (/^(?:If|Conditional|Logical|Unary|Binary)/.test(parent.type)) return "asked";
  const of = memberOf(member);
  const call = of && callOf(of);
  if (call) return calleeWord(call) === "abort" ? "aborted" : "unknown";
  if (!of || memberName(of) !== "signal") return "unknown";
  const asked = memberOf(of);
  return asked && memberName(asked) === "aborted" ? "asked" : "heard";
}

/** Is a signal given to work that the function waits for, and whose result does not live on? */
function isWorkOf(sourceCode: SourceCode, signal: TSESTree.Node, root: GraphRoot): boolean {
  let at: TSESTree.Node = signal;
  while (at.type !== "AwaitExpression" && at.type !== "ReturnStatement" && at.parent && at !== root) at = at.parent;
  if (!runsIn(at, root)) return false;
  const { parent } = outermost(at);
  if ([at, parent].some((each) => each?.type === "ReturnStatement") || parent.type === "MemberExpression") return true;
  const result = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  return result !== undefined && !leaves(sourceCode, result, root, signal);
}
