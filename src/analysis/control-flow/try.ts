import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";

/** `try` with what catches and what runs in the end; a `finally` is around both. */
export function writeTry(build: Builder, node: TSESTree.TryStatement): void {
  const protect = (): void => writeCatch(build, node);
  if (!node.finalizer) return protect();
  const { finalizer } = node;
  build.withFinally(protect, () => build.statement(finalizer));
}

function writeCatch(build: Builder, node: TSESTree.TryStatement): void {
  const { write } = build;
  const { handler } = node;
  if (!handler) return build.statement(node.block);
  const entry = write.block();
  const after = write.block();
  write.within({ kind: "catch", entry }, () => build.statement(node.block));
  write.connect(after);
  write.current = entry;
  if (handler.param) build.pattern(handler.param);
  build.statement(handler.body);
  write.continueIn(after);
}

/**
 * `body` protected by `cleanup`. The cleanup stands once in the graph; it remembers each completion it was entered with
 * and goes on with it, unless it completes otherwise itself.
 */
export function writeWithFinally(build: Builder, body: () => void, cleanup: () => void): void {
  const { write } = build;
  const after = write.block();
  const frame = write.finallyFrame();
  write.within(frame, body);
  write.enterFinally(frame);
  write.current = frame.entry;
  write.insideFinally(cleanup);
  write.leaveFinally(frame.completions, after);
  write.current = after;
}
