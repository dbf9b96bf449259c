import type { TSESTree } from "@typescript-eslint/utils";
import { describe, expect, it } from "vitest";
import { isDiscarded } from "../../src/ast/discarded.ts";
import { nodeAt } from "../../src/ast/node-at.ts";
import { isOnlyTested } from "../../src/ast/tested.ts";
import { sourceCodeOf } from "../analysis/outcomes.ts";

function valueIn(text: string): TSESTree.Node {
  return nodeAt(sourceCodeOf(text), text.indexOf("VALUE"));
}

describe("isDiscarded", () => {
  it.each([
    "VALUE;",
    "(VALUE as any)!;",
    "void VALUE;",
    "f(void VALUE);",
    "on && VALUE;",
    "on ? VALUE : other;",
    "on ? other : (first, VALUE);",
    "f((VALUE, other));",
    "for (VALUE; ; ) f();",
    "for (; ; VALUE) f();",
  ])("nobody gets it in %s", (text) => expect(isDiscarded(valueIn(text))).toBe(true));

  it.each([
    "f(VALUE);",
    "x = VALUE;",
    "() => VALUE;",
    "!VALUE;",
    "VALUE && other;",
    "VALUE ? one : other;",
    "f((other, VALUE));",
    "f(on && VALUE);",
    "for (; VALUE; ) f();",
  ])("somebody gets it, or asks for it, in %s", (text) => expect(isDiscarded(valueIn(text))).toBe(false));
});

describe("isOnlyTested", () => {
  it.each([
    "if (VALUE) f();",
    "while (VALUE!) f();",
    "do f(); while (VALUE);",
    "for (; VALUE; ) f();",
    "x = VALUE ? one : other;",
    "x = !VALUE;",
    "x = VALUE === undefined;",
    "x = VALUE && other;",
    "if (VALUE && other) f();",
    "if (other && VALUE) f();",
    "if (VALUE || other) f();",
    "if ((other, VALUE)) f();",
    "VALUE;",
  ])("it is only asked for in %s", (text) => expect(isOnlyTested(valueIn(text))).toBe(true));

  it.each([
    "x = VALUE || other;",
    "x = other && VALUE;",
    "x = on ? VALUE : other;",
    "f(VALUE);",
    "x = (other, VALUE);",
  ])("somebody gets it in %s", (text) => expect(isOnlyTested(valueIn(text))).toBe(false));
});
