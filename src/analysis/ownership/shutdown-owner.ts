import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import { calleeWord } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { shutdownHooks } from "../../resources/catalog/lifecycles/shutdown.ts";
import { leakOf, type Claim, type Claimant } from "./tracing/claim.ts";
import { activationOf } from "./functions/deferred.ts";

/**
 * A one-shot that is dropped while a server shuts down has nothing to wait for but the end, which it delays. Where its
 * callback ends the process itself, it is meant as the last resort.
 */
export const claimForShutdown: Claimant = ({ sourceCode }, { obligation, isHarmless }): Claim | undefined => {
  const { acquisition, handle } = obligation;
  const hook = handle === undefined ? shutdownHookOf(acquisition.node) : undefined;
  if (!hook || !acquisition.resource.expires) return undefined;
  if (isHarmless || exits(sourceCode, acquisition.node)) return { obligations: [], leaks: [] };
  return { obligations: [], leaks: [leakOf(obligation, { cause: "discarded", topLevel: false, hook })] };
};

/** The name of the shutdown hook that a node runs in: `server.addHook("onClose", (…) => { … })`. */
export function shutdownHookOf(node: TSESTree.Node): string | undefined {
  const fn = activationOf(node);
  const { parent } = outermost(fn);
  if (!isFunction(fn) || parent.type !== "CallExpression" || unwrap(parent.callee).type !== "MemberExpression")
    return undefined;
  const [name] = parent.arguments;
  const found = shutdownHooks.find(({ method }) => method === calleeWord(parent));
  return name?.type === "Literal" ? found?.names.find((each) => each === name.value) : undefined;
}

function exits(
  sourceCode: SourceCode,
  { arguments: [callback] }: TSESTree.CallExpression | TSESTree.NewExpression,
): boolean {
  return callback !== undefined && /\bexit\b/.test(sourceCode.getText(callback));
}
