import type { TSESTree } from "@typescript-eslint/utils";
import type { Rewriter } from "./instrument.ts";
import { functionAround } from "./nodes.ts";

/** A statement with its events, or `undefined` for what needs no more than its children. */
export function rewriteStatement(rewriter: Rewriter, node: TSESTree.Node): string | undefined {
  const { labels, print, source } = rewriter;
  const evaluated = (): number => labels.event("evaluate", node);
  switch (node.type) {
    case "BlockStatement":
      return `{${rewriteStatements(rewriter, node.body)}}`;
    case "StaticBlock":
      return `static {${rewriteStatements(rewriter, node.body)} $.e(${evaluated()}); }`;
    case "ReturnStatement":
      return rewriteReturn(rewriter, node);
    case "ThrowStatement": {
      const value = print(node.argument);
      return `throw $.e(${evaluated()}, ${value});`;
    }
    case "BreakStatement":
    case "ContinueStatement":
      return `{ $.e(${evaluated()}); ${source(node)} }`;
    case "VariableDeclaration":
      return `${node.kind} ${node.declarations.map((each) => rewriteDeclarator(rewriter, each)).join(", ")};`;
    case "ForStatement":
      return rewriteFor(rewriter, node);
    case "ForOfStatement":
    case "ForInStatement":
      return rewriteForEach(rewriter, node);
    case "SwitchStatement":
      return rewriteSwitch(rewriter, node);
    case "PropertyDefinition": {
      const value = print(node.value!);
      return `static ${source(node.key)} = $.e(${evaluated()}, ${value});`;
    }
    default:
      return undefined;
  }
}

/** A statement list. What comes after a `using` becomes the body of a `try`, and the disposal its `finally`. */
export function rewriteStatements(
  rewriter: Rewriter,
  nodes: readonly TSESTree.Statement[],
  last = "",
): string {
  const [first, ...rest] = nodes;
  if (!first) return last;
  if (first.type !== "VariableDeclaration" || !first.kind.endsWith("using")) {
    return `${rewriter.print(first)}\n${rewriteStatements(rewriter, rest, last)}`;
  }
  const declarator = `const ${rewriteDeclarator(rewriter, first.declarations[0])};`;
  return `${declarator}\n${disposing(rewriter, first, rewriteStatements(rewriter, rest, last))}`;
}

/** `body` in a `try` whose `finally` disposes what `declaration` declares. */
function disposing({ labels, source }: Rewriter, declaration: TSESTree.VariableDeclaration, body: string): string {
  const declarator = declaration.declarations[0];
  const code = labels.event("dispose", declarator);
  const dispose = declaration.kind === "await using" ? "await $.disposeAsync" : "$.dispose";
  return `try {${body}} finally { ${dispose}(${code}, ${source(declarator.id)}); }`;
}

/** An async generator awaits what it returns, where it stands. */
function rewriteReturn({ labels, print, root }: Rewriter, node: TSESTree.ReturnStatement): string {
  const value = node.argument ? print(node.argument) : "undefined";
  const fn = functionAround(node);
  const awaits = node.argument && fn.async && fn.generator ? "await $.settle" : "";
  return `return $.returns(${labels.event("evaluate", node)}, ${awaits}(${value}), ${fn === root});`;
}

/** The event comes after the pattern: as the value of one more variable. */
function rewriteDeclarator({ labels, print, source }: Rewriter, node: TSESTree.VariableDeclarator): string {
  const value = node.init ? print(node.init) : "undefined";
  const pattern = node.id.type === "Identifier" ? undefined : print(node.id);
  const code = labels.event("evaluate", node);
  return pattern ? `${pattern} = ${value}, $${code} = $.e(${code})` : `${source(node.id)} = $.e(${code}, ${value})`;
}

function rewriteFor({ print }: Rewriter, { init, test, update, body }: TSESTree.ForStatement): string {
  const head = init ? print(init).replace(/;$/, "") : "";
  return `for (${head}; ${test ? print(test) : ""}; ${update ? print(update) : ""}) ${print(body)}`;
}

/** The question is whether there is a next value; the event of the head comes with each. */
function rewriteForEach(rewriter: Rewriter, node: TSESTree.ForOfStatement | TSESTree.ForInStatement): string {
  const { labels, print } = rewriter;
  const left = node.left as TSESTree.VariableDeclaration;
  const right = print(node.right);
  const id = print(left.declarations[0].id);
  const inner = print(node.body);
  const body = left.kind.endsWith("using") ? disposing(rewriter, left, inner) : inner;
  const bound = `$.e(${labels.event("evaluate", left)});`;
  if (node.type === "ForInStatement") {
    const next = labels.question("next", node.right, node.right, false);
    return `for (const ${id} in ${right}) { $.e(${next + 1}); ${bound} ${body} }`;
  }
  const next = labels.question("next", node.right);
  if (!node.await) return `for (const ${id} of $.values(${next}, ${right})) { ${bound} ${body} }`;
  // Its own event comes whenever an answer of the iterator was awaited.
  const asked = labels.event("evaluate", node);
  return `for await (const ${id} of $.stream(${asked}, ${next}, ${right})) { ${bound} ${body} }`;
}

function rewriteSwitch({ labels, print }: Rewriter, node: TSESTree.SwitchStatement): string {
  const discriminant = print(node.discriminant);
  const tests = node.cases.map(({ test }) => test && { test: print(test), code: 0, node: test });
  for (const each of tests) if (each) each.code = labels.question("case", each.node, node.discriminant);
  const key = node.range[0];
  const arms = node.cases.map(({ consequent }, i) => {
    const each = tests[i];
    const head = each ? `case $.case(${each.code}, ${key}, ${each.test}):` : "default:";
    return `${head} ${consequent.map(print).join("\n")}`;
  });
  return `switch ($.discriminant(${key}, ${discriminant})) {${arms.join("\n")}}`;
}
