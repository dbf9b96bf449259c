import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { runsIn } from "../analysis/control-flow/immediate-callback.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { abortOf } from "./abort-of.ts";
import { isHarmless } from "./harmless.ts";

/**
 * What a timer can still change when it fires: the controller that its callback aborts, if it does nothing else and the
 * function that owns the timer made it.
 *
 * @returns `undefined` when the callback does something else: stopping the timer earlier could then be noticed
 */
export function abortedByTimer(
  sourceCode: SourceCode,
  { acquisition, root }: Obligation,
): TSESLint.Scope.Variable | undefined {
  const [callback] = acquisition.node.arguments;
  const abort = callback && abortOf(sourceCode, callback);
  return abort && runsIn(abort.made, root) && abort.reasons.every(isHarmless) ? abort.controller : undefined;
}
