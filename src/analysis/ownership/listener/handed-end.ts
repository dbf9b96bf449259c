import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isNewController } from "../../../ast/names.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { ending, mayAbort } from "../../../resources/catalog/signals/platform.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { constantValue } from "../../../scope/variables.ts";
import type { Leak } from "../../obligations/leak.ts";
import { bodiesOf } from "../functions/bodies-of.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { returnedFunctions, teardownOf, type Teardown } from "../object/teardown.ts";
import { abortsOf } from "../signals/aborts-of.ts";
import type { Listening } from "./listening.ts";
import { causeOf } from "./cause.ts";
import { workOf } from "./work-of-listener.ts";

/**
 * A listener of what a function sets going, and hands out together with a way to end it: `return { stop }`, or
 * `return () => own.abort()`. Once that has run, the listener has nothing left to do.
 *
 * The way must do what the listener does: abort a controller that is made here, or call what the listener calls. It
 * does not see a handle that is returned itself.
 */
export function findHandedEnd(listening: Listening): Pick<Leak, "cause" | "at" | "field"> | undefined {
  const { sourceCode, uses, owner } = listening;
  const { root } = owner;
  if (!isFunction(root) || !uses.fn) return undefined;
  const listener = [...bodiesOf(sourceCode, uses.fn, root)];
  const shared = listener.filter((each) => each !== uses.fn && endsByName(nameOfFunction(sourceCode, each)?.name));
  const controllers = workOf(listening).controllers.filter((each) => isNewController(constantValue(each)));
  const ends = handedOut(sourceCode, root);
  const isCalled = ({ fn }: Teardown): boolean =>
    fn !== undefined &&
    nameOfFunction(sourceCode, fn)?.references.some(
      ({ identifier }) => isInside(identifier, listener) && callOf(identifier),
    ) === true;
  const doesTheSame = ({ fn }: Teardown): boolean => {
    const bodies = fn ? [...bodiesOf(sourceCode, fn, root)] : [];
    if (bodies.some((body) => shared.includes(body))) return true;
    return controllers.some((each) => abortsOf(each).some((abort) => isInside(abort, bodies)));
  };
  const end = ends.find(isCalled) ?? ends.find(doesTheSame);
  if (!end) return undefined;
  const field = { kind: "unreached", teardown: end.text, writtenAt: end.fn } as const;
  return { cause: causeOf(listening), at: undefined, field };
}

function isInside(node: TSESTree.Node, bodies: readonly FunctionNode[]): boolean {
  return bodies.some((body) => isWithin(node, body));
}

/** What ends something by its name, of the functions that are returned; or the one function that is. */
function handedOut(sourceCode: SourceCode, root: FunctionNode): Teardown[] {
  const functions = returnedFunctions(sourceCode, root);
  const named = functions.filter(({ name, kind }) => kind === "method" && endsByName(name));
  const returned = resultsOf(root).flatMap((result) => {
    const fn = ownFunctionAt(sourceCode, unwrap(result));
    return fn ? [{ text: "the function that is returned", fn, passedBy: [] }] : [];
  });
  return [...named.map(teardownOf), ...returned];
}

/** `close`, `abortUpload`, `[Symbol.asyncDispose]` */
function endsByName(name: string = ""): boolean {
  const word = name.replace(/^Symbol\.(?:async(?=D))?/, "").toLowerCase();
  return ending.test(word) || mayAbort.test(word);
}
