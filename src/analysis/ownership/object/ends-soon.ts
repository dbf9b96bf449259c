import type { TracedFile } from "../tracing/traced-file.ts";
import { isBrief } from "../outcomes/brief.ts";
import type { Arm, Field } from "./field.ts";
import { leadsToArm } from "./led-to.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";

/**
 * Is the timer over soon after the object, with no next one in its place: the few milliseconds of a debounce? Nothing
 * that its callback runs, makes or hands on may set one.
 */
export function endsSoon(file: TracedFile, field: Field, { acquisition }: Arm): boolean {
  const { sourceCode } = file;
  const [first] = acquisition.node.arguments;
  const callback = first && isBrief(sourceCode, acquisition) ? ownFunctionAt(sourceCode, first) : undefined;
  return callback !== undefined && !leadsToArm(file, field, callback);
}
