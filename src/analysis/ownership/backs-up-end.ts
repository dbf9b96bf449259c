import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "../../ast/names.ts";
import { someNode } from "../../ast/some-node.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import { ending } from "../../resources/catalog/signals/platform.ts";
import { functionAt } from "../../scope/named-function.ts";
import type { Leak } from "../obligations/leak.ts";
import type { Obligation } from "../obligations/obligation.ts";

/** Names of methods that end something whether it wants to or not. */
const forcing = /^(?:kill|terminate|destroy|force|closeAll)/;

/**
 * Does a timer end by force what could not be ended otherwise: `setTimeout(() => child.kill())` around
 * `await browser.close()`? Where that rejects, the timer is all that is left to end it, and must not be cleared.
 *
 * It does not see whether both are of the same thing: the process of a browser has a name of its own.
 */
export function backsUpEnd(
  sourceCode: SourceCode,
  { acquisition: { node, resource } }: Obligation,
  { cause, at }: Pick<Leak, "cause" | "at">,
): boolean {
  if (cause !== "exception" || !resource.expires || at?.type !== "AwaitExpression") return false;
  const ended = unwrap(at.argument);
  if (ended.type !== "CallExpression" || !calleeMatches(ended, ending)) return false;
  const callback = functionAt(sourceCode, node.arguments[0]);
  const isForced = (each: TSESTree.Node): boolean => each.type === "CallExpression" && calleeMatches(each, forcing);
  return callback !== undefined && someNode(sourceCode, callback.body, isForced);
}
