import { isFunction } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed, isNewController } from "../../../ast/names.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { madeFor } from "./made-listener.ts";

/**
 * Does a listener abort a controller whose signal the function around it returns: is that an `AbortSignal.any` by hand?
 * It does not see what another function of the file aborts for the listener.
 */
export function isForMerged(sourceCode: SourceCode, { node }: Acquisition): boolean {
  const root = activationOf(node);
  const [, listener] = node.arguments;
  if (!listener || !isFunction(root) || root.async || root.generator) return false;
  const own = ownFunctionAt(sourceCode, listener) ?? madeFor(sourceCode, listener)?.fn ?? listener;
  return resultsOf(root).some((result) => {
    const value = unwrap(result);
    const controller = isMemberNamed(value, "signal") ? variableOf(sourceCode, value.object) : undefined;
    if (!isNewController(constantValue(controller))) return false;
    return controller!.references.some(({ identifier }) => {
      return isWithin(identifier, own) && isMemberNamed(memberOf(identifier), "abort");
    });
  });
}
