import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { catchAround } from "../../../ast/catch-around.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import type { Fired } from "../../obligations/fired.ts";
import { canReject } from "../outcomes/rejection.ts";
import { saidByFlags, sayingToo, signsSetIn } from "./fired-by-flag.ts";
import type { RaceTimer } from "./race-timers.ts";
import { tells, type Sign } from "./sign.ts";
import type { TimerDeferred } from "./timer-deferred.ts";

/**
 * What shows that a timer was first: an `await` that nobody else can make reject; a test of a variable that its
 * callback assigns; a test of what the race gave, or of the error it was rejected with, that names what the callback
 * resolves or rejects with.
 */
export function findFired(sourceCode: SourceCode, timer: RaceTimer): Fired | undefined {
  const told = toldBy(timer);
  if (!told) return undefined;
  const awaits = [told.promise, ...timer.races.map(({ call }) => call)].flatMap((each) => awaitOf(sourceCode, each));
  const rejects = awaits.filter(({ argument }) => !canReject(sourceCode, argument, told.promise));
  const fn = functionAt(sourceCode, told.callback);
  const signs = [...(fn ? signsSetIn(sourceCode, fn) : []), ...resultsOf(sourceCode, told, awaits)];
  const says = saidByFlags(sourceCode, told.callback);
  return {
    rejects: new Set(rejects),
    says: sayingToo(
      sourceCode,
      (condition) => says?.(condition) === true || signs.some((sign) => tells(sourceCode, sign, condition)),
    ),
  };
}

/** The promise of a timer, and what that is settled with. */
type Told = Pick<TimerDeferred, "promise" | "callback" | "resolved" | "rejected">;

function toldBy({ promise, deferred }: RaceTimer): Told | undefined {
  if (!promise) return deferred;
  const { settlers, callback, timer } = promise;
  const [resolved, rejected] = [settlers[0], settlers[1]].map((settler) =>
    settler ? argumentsOf(settler, callback, timer) : [],
  );
  return { promise: promise.promise, callback, resolved: resolved ?? [], rejected: rejected ?? [] };
}

/** The await of a promise, through a chain of reactions or a variable too. */
function awaitOf(sourceCode: SourceCode, promise: TSESTree.Node): TSESTree.AwaitExpression[] {
  const value = outermost(promise);
  const { parent } = value;
  if (parent.type === "AwaitExpression") return [parent];
  if (parent.type === "ConditionalExpression" || parent.type === "LogicalExpression")
    return awaitOf(sourceCode, parent);
  const reaction = methodCallOf(value);
  if (reaction) return awaitOf(sourceCode, reaction);
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return [];
  const references = variableOf(sourceCode, parent.id)?.references ?? [];
  return references.flatMap(({ identifier }) => {
    const use = outermost(identifier).parent;
    return use.type === "AwaitExpression" ? use : [];
  });
}

/** The variables that get what the race gives, and those of the `catch` around it. */
function resultsOf(
  sourceCode: SourceCode,
  { resolved, rejected }: Told,
  awaits: readonly TSESTree.AwaitExpression[],
): Sign[] {
  return awaits.flatMap((each) => [
    ...signOf(sourceCode, targetOf(each), resolved),
    ...signOf(sourceCode, catchAround(each)?.param, rejected),
  ]);
}

function signOf(sourceCode: SourceCode, name: TSESTree.Node | undefined | null, values: Sign["values"]): Sign[] {
  const variable = variableOf(sourceCode, name);
  return variable && values.length > 0 ? [{ variable, values }] : [];
}

/** What the callback settles with; `undefined` stands for nothing at all. */
function argumentsOf(settler: Variable, callback: TSESTree.Node, timer: TSESTree.CallExpression): Told["resolved"] {
  return settler.references.flatMap(({ identifier }) => {
    if (!isWithin(identifier, callback)) return [];
    if (identifier === unwrap(callback)) return [timer.arguments[2]];
    const call = callOf(identifier);
    return call ? [call.arguments[0]] : [];
  });
}

function targetOf(value: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = outermost(value);
  if (parent.type === "VariableDeclarator") return parent.id;
  if (parent.type === "AssignmentExpression") return parent.left;
  return parent.type === "ConditionalExpression" ? targetOf(parent) : undefined;
}
