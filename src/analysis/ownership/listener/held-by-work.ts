import type { TSESTree } from "@typescript-eslint/utils";
import { methodCallOf } from "../../../ast/members.ts";
import { calleeMatches, calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { starting } from "../../../resources/catalog/signals/platform.ts";
import { constantValue, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";

/**
 * The object of the function that a value is given to when it is made, if the function then waits for what that does:
 * `const upload = new Upload({ abortController }); await upload.done();`. Who holds the object holds the value, nobody
 * else. `undefined` for one that goes on, `await server.listen()`.
 */
export function heldByWork(sourceCode: SourceCode, node: TSESTree.Node, root: GraphRoot): Variable | undefined {
  let at = outermost(node);
  while (at.parent.type === "Property" && at.parent.value === at) at = outermost(at.parent.parent);
  const made = at.parent;
  if (made.type !== "NewExpression" || made.callee === at) return undefined;
  const { parent } = outermost(made);
  const work = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  const isWork = work && constantValue(work) !== undefined && readsOf(work).some((each) => isWaitedFor(each, root));
  return isWork ? work : undefined;
}

/** Methods that are waited for until something has begun. */
const opening = /^(?:connect|init|launch|open|ready|set[uU]p)/;

/** `await upload.done()` */
function isWaitedFor(read: TSESTree.Node, root: GraphRoot): boolean {
  const call = methodCallOf(read);
  if (!call || starting.test(calleeWord(call) ?? "") || calleeMatches(call, opening)) return false;
  return outermost(call).parent.type === "AwaitExpression" && runsIn(call, root);
}
