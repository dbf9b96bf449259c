import { isCallNamed } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { mayBeBrief } from "../outcomes/brief.ts";
import type { TimerPromise } from "./timer-promise.ts";

/**
 * Does a timer stand in for a frame that may not come, in a tab that is hidden: beside `requestAnimationFrame`, and
 * over after a few frames, unless the file says otherwise? Nobody could stop it much sooner than it ends.
 */
export function isFrameBackup(
  sourceCode: SourceCode,
  acquisition: Acquisition,
  { executor }: Pick<TimerPromise, "executor">,
): boolean {
  return (
    mayBeBrief(sourceCode, acquisition) &&
    ownNodes(sourceCode, executor.body).some((node) => isCallNamed(node, "requestAnimationFrame"))
  );
}
