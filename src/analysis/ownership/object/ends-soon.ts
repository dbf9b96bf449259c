import { isFunction } from "../../../ast/functions.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { TracedFile } from "../tracing/claim.ts";
import { isBrief } from "../outcomes/brief.ts";
import { changersOf } from "./changers.ts";
import type { Arm, Field } from "./field.ts";
import { runBy } from "./own-graph.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";

/**
 * Is the timer over soon after the object, with no next one in its place: the few milliseconds of a debounce? What its
 * callback calls may set none; what that gives to others to call later is not followed, so then it may go on.
 */
export function endsSoon(file: TracedFile, field: Field, { acquisition }: Arm): boolean {
  const { sourceCode } = file;
  const [first] = acquisition.node.arguments;
  const callback = first && isBrief(sourceCode, acquisition) ? ownFunctionAt(sourceCode, first) : undefined;
  if (!callback) return false;
  const { functions } = changersOf(field);
  return [...runBy(file, callback)].every((fn) => !functions.has(fn) && !someNode(sourceCode, fn.body, isFunction));
}
