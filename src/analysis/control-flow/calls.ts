import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";
import type { Builder } from "./builder.ts";
import { isSurelyFilled } from "./filled-list.ts";
import { writeFieldsAfterSuper } from "./classes.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { findImmediateCallback, type ImmediateCallback } from "./immediate-callback.ts";

/** A call or a `new`: the callee first, unless that is a function which runs right here. */
export function writeCall(build: Builder, node: TSESTree.CallExpression | TSESTree.NewExpression): void {
  const callback = findImmediateCallback(node);
  if (callback?.fn !== node.callee) build.expression(node.callee);
  writeArguments(build, node, callback);
}

/** The arguments, the callback that runs now (as part of the call), then the call itself. */
export function writeArguments(
  build: Builder,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  callback: ImmediateCallback | undefined = findImmediateCallback(node),
): void {
  const { write, knowledge } = build;
  for (const argument of node.arguments) if (argument !== callback?.fn) build.expression(argument);
  if (callback) writeCallback(build, callback, callsBackAtLeastOnce(build, node));
  if (knowledge.neverReturns(node)) {
    write.evaluated(node);
    return write.unreachable();
  }
  // An executor's throw rejects the promise, and what an invoked function throws has its edge inside.
  if (callback?.times !== "once") build.mayThrow(node);
  write.evaluated(node);
  if (node.callee.type === "Super") writeFieldsAfterSuper(build, node);
}

/** `[a, b].forEach(…)`. */
function callsBackAtLeastOnce(
  { knowledge }: Builder,
  { callee }: TSESTree.CallExpression | TSESTree.NewExpression,
): boolean {
  const method = unwrap(callee);
  return method.type === "MemberExpression" && isSurelyFilled(knowledge, method.object);
}

function writeCallback(build: Builder, { fn, times, swallowsThrow }: ImmediateCallback, hasTurn: boolean): void {
  const { write } = build;
  const [turn, after] = [write.block(), write.block()];
  if (times === "many" && !hasTurn) write.connect(after);
  write.continueIn(turn);
  const returnTo = times === "many" ? write.block() : after;
  write.within({ kind: "callback", returnTo, throwTo: swallowsThrow ? after : undefined }, () =>
    writeFunctionBody(build, fn),
  );
  write.continueIn(returnTo);
  if (times === "many") {
    write.connect(turn);
    write.connect(after);
  }
  write.current = after;
}

/** Parameters with their defaults, then the body; of an arrow without a block the expression is what it returns. */
export function writeFunctionBody(build: Builder, fn: FunctionNode): void {
  for (const parameter of fn.params) build.pattern(parameter);
  if (fn.body.type === "BlockStatement") return build.statements(fn.body.body);
  build.expression(fn.body);
  build.write.evaluated(fn);
  build.write.return(fn.body);
  build.write.unreachable();
}
