import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "../../../ast/names.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Arm } from "./field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { eventsOf } from "./own-events.ts";

/**
 * Does a one-shot only set something when it fires, and call nobody but the log? Late, it then does no harm
 * (`this.copied = false` in a component that is gone), and holds its object a while at most.
 */
export function isIdle(file: TracedFile, { acquisition: { node, resource } }: Arm): boolean {
  const [first] = node.arguments;
  const callback = resource.expires && first ? ownFunctionAt(file.sourceCode, first) : undefined;
  return callback !== undefined && !eventsOf(file.sourceCode, callback).some(isCall);
}

function isCall(event: TSESTree.Node): boolean {
  if (event.type === "CallExpression") return !calleeMatches(event, /^(?:debug|error|info|log|trace|verbose|warn)$/);
  return /^(?:NewExpression|AwaitExpression|TaggedTemplateExpression|ImportExpression)$/.test(event.type);
}
