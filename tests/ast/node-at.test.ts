import { readFileSync } from "node:fs";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { nodeAt } from "../../src/ast/node-at.ts";
import { sourceCodeOf } from "../analysis/outcomes.ts";

/** The same by visiting every node: the last one visited, outside in, that covers the offset. */
function innermost({ ast, visitorKeys }: Readonly<TSESLint.SourceCode>, offset: number): TSESTree.Node {
  let found: TSESTree.Node = ast;
  const visit = (node: TSESTree.Node): void => {
    if (node !== ast && (offset < node.range[0] || offset >= node.range[1])) return;
    found = node;
    for (const key of visitorKeys[node.type] ?? []) {
      const child = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | null | (TSESTree.Node | null)[];
      for (const each of [child].flat()) if (each) visit(each);
    }
  };
  visit(ast);
  return found;
}

/** Not the node itself: the two names in `{ cancel }` stand at one place. */
function describeNode({ type, range }: TSESTree.Node): string {
  return `${type} ${range.join("-")}`;
}

const hostile = new URL("../hostile/fixtures/", import.meta.url);

const TEXTS: Readonly<Record<string, string>> = {
  "a program with every statement": readFileSync(new URL("control-flow.ts", hostile), "utf8"),
  "a program with every expression": readFileSync(new URL("expressions.ts", hostile), "utf8"),
  "types": readFileSync(new URL("types.ts", hostile), "utf8"),
  "a long list": `before;\n${Array.from({ length: 100 }, (_, i) => `call${i}(${i}, [${i}]);`).join("\n")}\nafter;`,
  "a long list with holes": `f([${Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? "" : `v${i}`)).join(" , ")}]);`,
  "nothing": "",
};

describe("nodeAt", () => {
  it.each(Object.entries(TEXTS))("finds the innermost node at every offset of %s", (_, text) => {
    const sourceCode = sourceCodeOf(text);
    for (let offset = 0; offset < text.length; offset++) {
      const [found, expected] = [nodeAt(sourceCode, offset), innermost(sourceCode, offset)].map(describeNode);
      if (found !== expected) expect.fail(`at ${offset}: ${found}, not ${expected}`);
    }
    expect(nodeAt(sourceCode, text.length + 1)).toBe(sourceCode.ast);
  });
});
