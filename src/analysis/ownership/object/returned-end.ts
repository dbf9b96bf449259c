import { isFunction } from "../../../ast/functions.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { changersOf } from "./changers.ts";
import type { Field } from "./field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { releases, runBy } from "./runs.ts";
import type { Teardown } from "./teardown.ts";

/**
 * What ends that which a function has set going: the function that it returns, where that stops the timer and starts
 * none, `return () => clearTimeout(timer)`. The name of it says nothing, so what only might be an end is none.
 */
export function returnedEndsOf(file: TracedFile, field: Field): Teardown[] {
  if (!isFunction(field.object)) return [];
  const { functions: arming } = changersOf(field);
  return resultsOf(field.object).flatMap((result) => {
    const fn = ownFunctionAt(file.sourceCode, result);
    const isEnd = fn && releases(file, field, fn) && ![...runBy(file, fn)].some((each) => arming.has(each));
    return isEnd ? [{ text: "the function that is returned", fn, passedBy: [] }] : [];
  });
}
