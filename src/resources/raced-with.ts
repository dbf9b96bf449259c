import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../ast/calls.ts";
import { isFunction } from "../ast/functions.ts";
import { isRace } from "../ast/is-race.ts";
import { calleeWord, isReaction } from "../ast/names.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import { addedTo } from "../scope/list-contents.ts";
import { constantValue, isConstant, variableOf } from "../scope/variables.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * What a promise is raced with: in the list itself, as a reaction, through a constant that only races have, through a
 * constant list, or behind an async function that is called on the spot and does nothing else.
 *
 * It does not see a variable, or a list, that is also given to something else.
 *
 * @returns `undefined` where it is not raced
 */
export function racedWith(sourceCode: SourceCode, promise: TSESTree.Node): TSESTree.Node[] | undefined {
  const racer = outermost(promise);
  const { parent } = racer;
  switch (parent?.type) {
    case "MemberExpression": {
      const reaction = parent.object === racer ? callOf(parent) : undefined;
      return reaction && isReaction(reaction) ? racedWith(sourceCode, reaction) : undefined;
    }
    case "VariableDeclarator":
      return racedAs(sourceCode, parent);
    case "ArrayExpression":
      return racedIn(sourceCode, parent, racer);
    case "CallExpression":
      return racedWhereAdded(sourceCode, parent, racer);
    case "AwaitExpression": {
      const call = callOfSleeper(parent);
      return call && racedWith(sourceCode, call);
    }
    default:
      return undefined;
  }
}

/** What a constant is raced with, if it is used for nothing else. */
function racedAs(sourceCode: SourceCode, { id }: TSESTree.VariableDeclarator): TSESTree.Node[] | undefined {
  const variable = variableOf(sourceCode, id);
  if (!variable || !isConstant(variable)) return undefined;
  const others: TSESTree.Node[] = [];
  for (const { identifier, init } of variable.references) {
    if (init) continue;
    const raced = outermost(identifier).parent?.type === "ArrayExpression" && racedWith(sourceCode, identifier);
    if (!raced) return undefined;
    others.push(...raced);
  }
  return others;
}

/** What else is in a list, if it is raced: as it is, spread into one that is, on a condition too, or in a constant. */
function racedIn(
  sourceCode: SourceCode,
  list: TSESTree.ArrayExpression,
  racer: TSESTree.Node,
): TSESTree.Node[] | undefined {
  const others = list.elements.flatMap((each) => (each && each !== racer ? each : []));
  let at = outermost(list);
  while (at.parent?.type === "ConditionalExpression" || at.parent?.type === "LogicalExpression")
    at = outermost(at.parent);
  const { parent } = at;
  if (parent?.type === "CallExpression") return isRace(parent) && parent.arguments[0] === at ? others : undefined;
  if (parent?.type === "SpreadElement" && parent.parent.type === "ArrayExpression") {
    const more = racedIn(sourceCode, parent.parent, parent);
    return more && [...others, ...more];
  }
  return parent?.type === "VariableDeclarator" ? racedInVariable(sourceCode, parent.id, racer) : undefined;
}

/** `racers.push(sleep(5000))` */
function racedWhereAdded(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  racer: TSESTree.Node,
): TSESTree.Node[] | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || calleeWord(call) !== "push") return undefined;
  return racedInVariable(sourceCode, unwrap(callee.object), racer);
}

/** What else is in a constant list that is raced, and given to nobody else. */
function racedInVariable(
  sourceCode: SourceCode,
  name: TSESTree.Node,
  racer: TSESTree.Node,
): TSESTree.Node[] | undefined {
  const variable = variableOf(sourceCode, name);
  const list = constantValue(variable);
  const beginning = list && unwrap(list);
  if (!variable || beginning?.type !== "ArrayExpression") return undefined;
  const calls = variable.references.flatMap(({ identifier }) => callGiven(identifier) ?? []);
  if (calls.length === 0 || !calls.every(isRace)) return undefined;
  return [...beginning.elements, ...addedTo(variable)].flatMap((each) => (each && each !== racer ? each : []));
}

/** `(async () => { await sleep(5000); throw new Error("late"); })()`: the call, if nothing else is done in there. */
function callOfSleeper(wait: TSESTree.AwaitExpression): TSESTree.CallExpression | undefined {
  const statement = outermost(wait).parent;
  const body = statement?.type === "ExpressionStatement" ? statement.parent : undefined;
  if (body?.type !== "BlockStatement" || !isFunction(body.parent)) return undefined;
  const [first, second, ...more] = body.body;
  return first === statement && second?.type === "ThrowStatement" && more.length === 0
    ? callOf(body.parent)
    : undefined;
}
