import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../ast/calls.ts";
import { isCallNamed } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost } from "../../ast/transparent.ts";
import type { TimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import { isGlobalAt } from "../../scope/is-global-at.ts";
import { readsOf, type Variable } from "../../scope/variables.ts";
import type { Draft } from "../text/draft.ts";
import { freeName } from "../text/free-name.ts";
import { typeSyntaxOf } from "../text/type-syntax.ts";

/** What a function around a settler needs to know. */
export interface Wrapping {
  readonly promise: TimerPromise;
  /** What `clearTimeout` is given: the variable that holds the id of the timer. */
  readonly id: string;
}

/**
 * Puts a function around a settler that is given to a call, which clears the timer first:
 * `work.then(resolve)` → `work.then((value) => { clearTimeout(timer); resolve(value); })`.
 *
 * @returns whether that could be written: not where somebody may ask for the settler itself again, nor where no type of
 *   what it takes can be told
 */
export function wrapSettler(
  sourceCode: SourceCode,
  draft: Draft,
  site: TSESTree.Node,
  { promise, id }: Wrapping,
): boolean {
  const settler = promise.settlers.find(({ references }) => references.some(({ identifier }) => identifier === site));
  if (!settler || callGiven(site) !== site.parent || isAskedForAgain(settler, promise)) return false;
  const isReject = settler === promise.settlers[1];
  const syntax = typeSyntaxOf(sourceCode);
  const type = syntax === "annotation" ? typeOfGiven(sourceCode, settler, promise) : "";
  if (type === undefined) return false;
  const given = freeName(sourceCode, site, isReject ? "error" : "value");
  const written = `(${given}${type}) => { clearTimeout(${id}); ${settler.name}(${given}); }`;
  draft.replace([...site.range], syntax === "comment" ? `/** @type {typeof ${settler.name}} */ (${written})` : written);
  return true;
}

/** Calls that keep what they are given until something happens, and compare it with nothing. */
const keepers =
  /^(?:then|catch|finally|on|once|addListener|addEventListener|prepend(?:Once)?Listener|set(?:Timeout|Immediate)|requestAnimationFrame|queueMicrotask|nextTick)$/;

/**
 * May somebody compare a settler with what he got before: `waiters.add(resolve)`, and later `waiters.delete(resolve)`?
 * Two functions around it would be two. One that is given away once cannot be asked for, whatever the call is named.
 */
function isAskedForAgain(settler: Variable, { timer }: TimerPromise): boolean {
  const given = readsOf(settler).filter((read) => {
    const { parent } = outermost(read);
    const isMember = parent.type === "MemberExpression" && outermost(read) === parent.object;
    return !callOf(read) && !isMember && parent !== timer;
  });
  return given.length > 1 && !given.every((each) => isCallNamed(callGiven(each), keepers));
}

/**
 * How the parameter of the function is typed, so that it fits wherever the settler did: what it is given to may say
 * nothing of it (`any`), or have no parameter at all (`listen(0, resolve)` of a `Promise<void>`).
 */
function typeOfGiven(
  sourceCode: SourceCode,
  settler: Variable,
  { executor, settlers }: TimerPromise,
): string | undefined {
  // Promises of other libraries have functions of other types.
  if (!["Promise", "Parameters"].every((each) => isGlobalAt(sourceCode, executor, each))) return undefined;
  const { typeAnnotation } = settler.defs[0]!.name as TSESTree.Identifier;
  if (!typeAnnotation) return settler === settlers[1] ? "?: unknown" : `: Parameters<typeof ${settler.name}>[0]`;
  const written = typeAnnotation.typeAnnotation;
  const [taken, ...more] = written.type === "TSFunctionType" ? written.params : [];
  if (taken?.type !== "Identifier" || more.length > 0) return undefined;
  return `${taken.optional ? "?" : ""}: Parameters<typeof ${settler.name}>[0]`;
}
