import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isCallNamed } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import { mayAbort } from "../../../resources/catalog/signals/platform.ts";
import type { Setup } from "../../../resources/lifecycle.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { Leak } from "../../obligations/leak.ts";
import { findSetup } from "../functions/find-setup.ts";
import { mentionsOf } from "../functions/mentions.ts";
import type { Listening } from "./listening.ts";
import { causeOf } from "./cause.ts";

/**
 * A listener that an effect adds to a signal which the component is given, and that is still there when its cleanup has
 * run: each run of the effect, and each component, adds another one.
 *
 * Whatever may abort the signal when the component ends makes it quiet: an `abort` in the component of anything that
 * the effect has not made, a call in the cleanup that says it ends something, a cleanup that is not written there.
 *
 * @returns `undefined` where no framework runs the function that listens, or the signal may end with the component
 */
export function findKeptByEffect(listening: Listening): Pick<Leak, "cause" | "at" | "field"> | undefined {
  const { sourceCode, owner } = listening;
  const { root } = owner;
  const setup = findSetup(sourceCode, root);
  if (!setup || abortsIn(sourceCode, root) || cleanupMayAbort(sourceCode, root)) return undefined;
  const field = { kind: "unreached", teardown: endOf(setup), writtenAt: undefined } as const;
  return { cause: causeOf(listening), at: undefined, field };
}

function endOf({ cleanup, name, tearDown }: Setup): string {
  return cleanup === "paired" && tearDown[0] ? `\`${tearDown[0]}()\`` : `the cleanup of \`${name}\``;
}

/** Does the component around abort, or hand out the `abort` of, something that the effect has not made itself? */
function abortsIn(sourceCode: SourceCode, root: GraphRoot): boolean {
  const component = outermostFunction(root);
  return mentionsOf(sourceCode, "abort").some(
    (name) => isWithin(name, component) && name.type === "Identifier" && !isOfOwn(sourceCode, name.parent, root),
  );
}

function outermostFunction(root: GraphRoot): TSESTree.Node {
  let outermost: TSESTree.Node = root;
  for (let at: TSESTree.Node | undefined = root; at; at = at.parent) if (isFunction(at)) outermost = at;
  return outermost;
}

/** May the function that the effect returns as its cleanup abort the signal? */
function cleanupMayAbort(sourceCode: SourceCode, root: GraphRoot): boolean {
  if (!isFunction(root)) return false;
  return resultsOf(root).some((result) => {
    const cleanup = unwrap(result);
    return !isFunction(cleanup) || ownNodes(sourceCode, cleanup.body).some((each) => mayEnd(sourceCode, each, root));
  });
}

function mayEnd(sourceCode: SourceCode, node: TSESTree.Node, root: GraphRoot): boolean {
  if (!isCallNamed(node, mayAbort)) return false;
  return !isOfOwn(sourceCode, unwrap(node.callee), root);
}

/** A name that is declared in the effect, or a member of one: `own.abort`. */
function isOfOwn(sourceCode: SourceCode, node: TSESTree.Node, root: GraphRoot): boolean {
  const base = node.type === "MemberExpression" ? unwrap(node.object) : node;
  const variable = variableOf(sourceCode, base);
  return variable !== undefined && variable.defs.some(({ name }) => isWithin(name, root));
}
