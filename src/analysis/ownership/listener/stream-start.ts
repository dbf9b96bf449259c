import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { calleeMatches, isMemberNamed, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";

/** Is it the `start` of a stream's source, `new ReadableStream({ async start() { … } })`? It runs once. */
export function startsStream({ parent }: FunctionNode): boolean {
  if (parent.type !== "Property" || propertyName(parent) !== "start") return false;
  const made = outermost(parent.parent).parent;
  return made.type === "NewExpression" && calleeMatches(made, /^(?:Readable|Writable|Transform)Stream$/);
}

/** Does a stream go on behind its `start`? That may also write all there is, and close the stream by its controller. */
export function leavesStreamOpen(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const [controller] = startsStream(fn) ? sourceCode.getDeclaredVariables(fn) : [];
  const closes = controller?.references.some(
    ({ identifier }) =>
      enclosingFunction(identifier) === fn && isMemberNamed(memberOf(identifier), /^(?:close|terminate)$/),
  );
  return startsStream(fn) && closes !== true;
}
