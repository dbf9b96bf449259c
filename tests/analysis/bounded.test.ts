import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bounded, boundedFile, exceed, noteBound, spend } from "../../src/analysis/bounded.ts";
import { nameFile } from "../../src/ast/file-name.ts";
import { bounds } from "../../src/analysis/bounds.ts";
import { sourceCodeOf } from "./outcomes.ts";

const sourceCode = sourceCodeOf("first;\nfunction f() {\n  second;\n}");
const fn = sourceCode.ast.body[1]!;
const inner = fn.type === "FunctionDeclaration" ? fn.body.body[0]! : expect.fail("no function");

/** Deeper than any stack. */
function overflow(): readonly number[] {
  return [...overflow(), 1];
}

describe("a bound", () => {
  const said = vi.spyOn(console, "error");
  let file = sourceCode;
  beforeEach(() => {
    said.mockReset();
    vi.stubEnv("DEBUG", "other,leaks");
    // What was said of a file is not said again.
    file = sourceCodeOf(sourceCode.text);
    nameFile(file, "a/file.ts");
  });
  afterEach(() => void vi.unstubAllEnvs());
  const lines = (): unknown[] => said.mock.calls.flat();

  it("is of no matter where it is not hit", () => {
    expect(boundedFile(file, () => [1, 2], [])).toEqual([1, 2]);
    expect(lines()).toEqual([]);
  });

  it("gives nothing where the stack ends", () => {
    expect(boundedFile(file, overflow, [])).toEqual([]);
    expect(lines()).toEqual([`leaks: a/file.ts:1: the bound "stack" is hit: ${bounds.stack.of}`]);
  });

  it("gives nothing where the stack ends in an expression of ours, in the words that the engine has for that", () => {
    const full = (): readonly number[] => {
      throw new SyntaxError("Invalid regular expression: /^with/: Maximum call stack size exceeded");
    };
    expect(boundedFile(file, full, [])).toEqual([]);
    expect(lines()).toEqual([`leaks: a/file.ts:1: the bound "stack" is hit: ${bounds.stack.of}`]);
    expect(() => boundedFile(file, () => decodeURI("%"), "")).toThrow(URIError);
  });

  it("is silent without DEBUG=leaks", () => {
    vi.stubEnv("DEBUG", "other");
    expect(boundedFile(file, overflow, [])).toEqual([]);
    expect(lines()).toEqual([]);
  });

  it("gives up one resource, names the line of its function once, and goes on with the others", () => {
    const one = (): number[] => bounded(sourceCode, inner, () => exceed(bounds.holders), []);
    nameFile(sourceCode, "a/file.ts");
    expect(boundedFile(sourceCode, () => [...one(), ...one(), 2], [])).toEqual([2]);
    expect(lines()).toEqual([`leaks: a/file.ts:2: the bound "holders" is hit: 27 ${bounds.holders.of}`]);
  });

  it("may be noted by who goes on", () => {
    const note = (): string => {
      noteBound(bounds.promises);
      return "found";
    };
    expect(boundedFile(file, note, "nothing")).toBe("found");
    expect(lines()).toEqual([`leaks: a/file.ts:1: the bound "promises" is hit: 100 ${bounds.promises.of}`]);
  });

  it("counts steps through all resources of one question, and says so once", () => {
    const most = bounds.steps.most;
    const take = (steps: number): string => bounded(file, file.ast.body[0]!, () => (spend(steps), "done"), "given up");
    const question = (): string[] => [take(most - 1), take(1), take(1), take(1)];
    expect(boundedFile(file, question, [])).toEqual(["done", "done", "given up", "given up"]);
    expect(lines()).toEqual([`leaks: a/file.ts:1: the bound "steps" is hit: 2,000,000 ${bounds.steps.of}`]);
    // The next question has its own.
    expect(boundedFile(file, question, [])).toEqual(["done", "done", "given up", "given up"]);
  });

  it("hides no other error", () => {
    const wrong = (): readonly number[] => {
      throw new TypeError("a defect");
    };
    expect(() => boundedFile(file, wrong, [])).toThrow("a defect");
    expect(() => boundedFile(file, () => "x".repeat(-1), "")).toThrow("Invalid count value");
  });
});
