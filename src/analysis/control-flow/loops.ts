import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";
import { isSurelyFilled } from "./filled-list.ts";
import type { JumpFrame } from "./frames.ts";
import type { Block } from "./graph.ts";
import { isUsing, writeDisposal, writeUsing } from "./using.ts";

/** `while` and `do`: the test before the body, or behind it. */
export function writeWhile(
  build: Builder,
  node: TSESTree.WhileStatement | TSESTree.DoWhileStatement,
  labels: readonly string[],
): void {
  const { write } = build;
  const test = write.block();
  const body = write.block();
  const after = write.block();
  write.continueIn(node.type === "WhileStatement" ? test : body);
  if (node.type === "WhileStatement") {
    build.condition(node.test, body, after);
    write.current = body;
  }
  writeBody(build, node.body, { labels, breakTo: after, continueTo: test });
  write.continueIn(test);
  if (node.type === "DoWhileStatement") build.condition(node.test, body, after);
  write.current = after;
}

/** `for (…; …; …)`. A `using` in its head is disposed when the loop is left, whichever way. */
export function writeFor(build: Builder, node: TSESTree.ForStatement, labels: readonly string[]): void {
  const { write } = build;
  const loop = (): void => {
    const [test, body, update, after] = [write.block(), write.block(), write.block(), write.block()];
    write.continueIn(test);
    if (node.test) build.condition(node.test, body, after);
    else write.connect(body);
    write.current = body;
    writeBody(build, node.body, { labels, breakTo: after, continueTo: update });
    write.continueIn(update);
    if (node.update) build.expression(node.update);
    write.connect(test);
    write.current = after;
  };
  if (node.init && isUsing(node.init)) return writeUsing(build, node.init, loop);
  if (node.init?.type === "VariableDeclaration") build.statement(node.init);
  else if (node.init) build.expression(node.init);
  loop();
}

/** `for … in`, `for … of` and `for await`: the head is asked before each turn whether there is a next value. */
export function writeForEach(
  build: Builder,
  node: TSESTree.ForInStatement | TSESTree.ForOfStatement,
  labels: readonly string[],
): void {
  const { write } = build;
  const awaits = node.type === "ForOfStatement" && node.await;
  build.expression(node.right);
  const [head, body, after] = [write.block(), write.block(), write.block()];
  write.connect(!awaits && turnsAtLeastOnce(build, node) ? body : head);
  write.current = head;
  if (awaits) {
    build.await(node);
    write.evaluated(node);
  }
  write.connect(body, { kind: "next", node: node.right, holds: true });
  write.connect(after, { kind: "next", node: node.right, holds: false });
  write.current = body;
  const turn = (): void => {
    writeHeadBinding(build, node.left);
    withDisposal(build, node.left, () => build.statement(node.body));
  };
  const breaks: JumpFrame = { kind: "jump", labels, plainBreak: true, breakTo: after, continueTo: undefined };
  const continues: JumpFrame = { kind: "jump", labels, plainBreak: false, breakTo: undefined, continueTo: head };
  write.within(breaks, () => {
    if (awaits) return writeClosing(build, node, { turn, continues, head, after });
    write.within(continues, turn);
    write.connect(head);
  });
  write.current = after;
}

/** `for (const x of [a, b])`. */
function turnsAtLeastOnce(
  { knowledge }: Builder,
  { type, right }: TSESTree.ForInStatement | TSESTree.ForOfStatement,
): boolean {
  return type === "ForOfStatement" && isSurelyFilled(knowledge, right);
}

/** Whoever leaves a `for await` before its end awaits the iterator's `return()`, which may reject. */
function writeClosing(
  build: Builder,
  node: TSESTree.Node,
  loop: { turn: () => void; continues: JumpFrame; head: Block; after: Block },
): void {
  const { write } = build;
  const closing = write.finallyFrame();
  write.within(closing, () => write.within(loop.continues, loop.turn));
  write.connect(loop.head);
  write.current = closing.entry;
  write.insideFinally(() => build.await(node));
  write.leaveFinally(closing.completions, loop.after);
}

function writeHeadBinding(build: Builder, left: TSESTree.Node): void {
  if (left.type !== "VariableDeclaration") {
    build.target(left);
    build.pattern(left);
  } else build.pattern(left.declarations[0].id);
  build.write.evaluated(left);
}

/** `for (using x of …)`: the value of each turn is disposed at the end of that turn. */
function withDisposal(build: Builder, left: TSESTree.Node, body: () => void): void {
  if (!isUsing(left)) return body();
  build.withFinally(body, () => writeDisposal(build, left, left.declarations[0]));
}

interface LoopTargets {
  readonly labels: readonly string[];
  readonly breakTo: Block;
  readonly continueTo: Block;
}

function writeBody(build: Builder, body: TSESTree.Statement, { labels, breakTo, continueTo }: LoopTargets): void {
  build.write.within({ kind: "jump", labels, plainBreak: true, breakTo, continueTo }, () => build.statement(body));
}
