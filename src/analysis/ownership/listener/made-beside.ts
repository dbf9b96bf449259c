import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { endsStream } from "../../../resources/catalog/signals/platform.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { deferredPromiseOf, memberAt, type DeferredPromise } from "../settlement/deferred-promise.ts";
import { startsStream } from "./stream-start.ts";

/** A promise, or a stream, that is ended from beside of what makes it. */
export interface MadeBeside extends Omit<DeferredPromise, "rejecting"> {
  /** It is a stream, which its controller closes. */
  readonly isStream?: boolean;
}

/** What a variable ends: the promise that it settles, or the stream whose controller it is. */
export function madeBeside(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
  return deferredPromiseOf(sourceCode, variable) ?? ofStream(sourceCode, variable);
}

/** The controller of a stream, which its `start` is given and may keep in a variable, closes the stream. */
function ofStream(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
  const kept = variable.references.filter((each) => each.isWrite());
  const given = kept.length === 1 && kept[0]!.writeExpr ? variableOf(sourceCode, kept[0]!.writeExpr) : undefined;
  const controller = [variable, ...(given ? [given] : [])].find((each) => startOf(each));
  const start = controller && startOf(controller);
  if (!start) return undefined;
  const variables = [...new Set([controller, variable])];
  const made = controller === variable ? start.body : outermost(start.parent).parent;
  const settlers = variables.flatMap(readsOf).flatMap((each) => memberAt(each, endsStream) ?? []);
  return { made, promises: [], variables, settlers, isStream: true };
}

/** The `start` of a stream whose first parameter a variable is. */
function startOf({ defs: [def] }: Variable): FunctionNode | undefined {
  if (def?.type !== "Parameter" || !isFunction(def.node) || def.node.params[0] !== def.name) return undefined;
  return startsStream(def.node) ? def.node : undefined;
}
