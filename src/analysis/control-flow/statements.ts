import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../ast/functions.ts";
import type { Builder } from "./builder.ts";
import { writeFor, writeForEach, writeWhile } from "./loops.ts";
import { writeSwitch } from "./switch.ts";
import { writeTry } from "./try.ts";
import { isUsing, writeUsing } from "./using.ts";

/** Statements one after the other; from a `using` on, the rest of the list is what it protects. */
export function writeStatements(build: Builder, nodes: readonly TSESTree.Statement[], from = 0): void {
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i]!;
    if (isUsing(node)) {
      const next = i + 1;
      return writeUsing(build, node, () => writeStatements(build, nodes, next));
    }
    build.statement(node);
  }
}

/** One statement of any kind. Declarations of functions and types do nothing when control reaches them. */
export function writeStatement(build: Builder, node: TSESTree.Statement, labels: readonly string[] = []): void {
  const { write } = build;
  switch (node.type) {
    case "BlockStatement":
      return build.statements(node.body);
    case "IfStatement":
      return writeIf(build, node);
    case "WhileStatement":
    case "DoWhileStatement":
      return writeWhile(build, node, labels);
    case "ForStatement":
      return writeFor(build, node, labels);
    case "ForInStatement":
    case "ForOfStatement":
      return writeForEach(build, node, labels);
    case "SwitchStatement":
      return writeSwitch(build, node, labels);
    case "TryStatement":
      return writeTry(build, node);
    case "LabeledStatement":
      return writeLabeled(build, node, labels);
    case "ReturnStatement":
      return writeReturn(build, node);
    case "ThrowStatement":
      build.expression(node.argument);
      write.evaluated(node);
      write.throw(node);
      return write.unreachable();
    case "BreakStatement":
      write.evaluated(node);
      write.break(node);
      return write.unreachable();
    case "ContinueStatement":
      write.evaluated(node);
      write.continue(node);
      return write.unreachable();
    case "WithStatement":
      build.expression(node.object);
      return build.statement(node.body);
    case "ExportNamedDeclaration":
      if (node.declaration) build.statement(node.declaration as TSESTree.Statement);
      return write.evaluated(node);
    case "ExportDefaultDeclaration":
      if (node.declaration.type === "ClassDeclaration") build.classBody(node.declaration);
      else build.expression(node.declaration);
      return write.evaluated(node);
    case "TSExportAssignment":
    case "ExpressionStatement":
      build.expression(node.expression);
      return write.evaluated(node);
    case "VariableDeclaration":
      return writeDeclaration(build, node);
    case "ClassDeclaration":
      build.classBody(node);
      return write.evaluated(node);
    case "TSEnumDeclaration":
      for (const member of node.body.members) if (member.initializer) build.expression(member.initializer);
      return;
    case "TSModuleDeclaration":
      if (node.body) build.statements(node.body.body);
      return;
  }
}

function writeIf(build: Builder, node: TSESTree.IfStatement): void {
  const { write } = build;
  const then = write.block();
  const after = write.block();
  const otherwise = node.alternate ? write.block() : after;
  build.condition(node.test, then, otherwise);
  write.current = then;
  build.statement(node.consequent);
  write.connect(after);
  if (node.alternate) {
    write.current = otherwise;
    build.statement(node.alternate);
    write.connect(after);
  }
  write.current = after;
}

// A set, not a pattern: a regular expression that V8 first compiles at the end of a deep stack ends the process.
const takesLabels: ReadonlySet<string> = new Set([
  "DoWhileStatement",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "LabeledStatement",
  "SwitchStatement",
  "WhileStatement",
]);

function writeLabeled(build: Builder, node: TSESTree.LabeledStatement, labels: readonly string[]): void {
  const { write } = build;
  const all = [...labels, node.label.name];
  if (takesLabels.has(node.body.type)) return build.statement(node.body, all);
  const after = write.block();
  write.within({ kind: "jump", labels: all, plainBreak: false, breakTo: after, continueTo: undefined }, () =>
    build.statement(node.body),
  );
  write.continueIn(after);
}

function writeReturn(build: Builder, node: TSESTree.ReturnStatement): void {
  const { write } = build;
  if (node.argument) build.expression(node.argument);
  if (node.argument && returnAwaits(node)) build.await(node);
  write.evaluated(node);
  write.return(node);
  write.unreachable();
}

/** In an async generator `return x` awaits `x` where it stands, inside the `try` around it. */
function returnAwaits(node: TSESTree.ReturnStatement): boolean {
  const fn = enclosingFunction(node);
  return fn.type !== "Program" && fn.async && fn.generator;
}

function writeDeclaration(build: Builder, node: TSESTree.VariableDeclaration): void {
  for (const declarator of node.declarations) {
    if (declarator.init) build.expression(declarator.init);
    build.pattern(declarator.id);
    build.write.evaluated(declarator);
  }
}
