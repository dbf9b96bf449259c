import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { quietOnOverflow } from "../../src/analysis/quiet-on-overflow.ts";
import { sourceCodeOf } from "./outcomes.ts";

const sourceCode = sourceCodeOf("first;\nsecond;");

/** Deeper than any stack. */
function overflow(): readonly number[] {
  return [...overflow(), 1];
}

describe("quietOnOverflow", () => {
  const said = vi.spyOn(console, "error");
  beforeEach(() => void said.mockReset());
  afterEach(() => void vi.unstubAllEnvs());

  it("gives what was found", () => {
    expect(quietOnOverflow(sourceCode, () => [1, 2])).toEqual([1, 2]);
  });

  it("gives nothing where the stack ends, in silence", () => {
    vi.stubEnv("DEBUG", "other");
    expect(quietOnOverflow(sourceCode, overflow)).toEqual([]);
    expect(said).not.toHaveBeenCalled();
  });

  it("says so when asked", () => {
    vi.stubEnv("DEBUG", "other,leaks");
    expect(quietOnOverflow(sourceCode, overflow)).toEqual([]);
    expect(said).toHaveBeenCalledWith("leaks: too deeply nested, skipped (2 lines)");
  });

  it("hides no other error", () => {
    const wrong = (): readonly number[] => {
      throw new TypeError("a defect");
    };
    expect(() => quietOnOverflow(sourceCode, wrong)).toThrow("a defect");
  });
});
