import { describe, expect, it } from "vitest";
import { median } from "../../bench/median.mjs";
import { replaceSection } from "../../bench/results.mjs";

describe("replaceSection", () => {
  const page = replaceSection(replaceSection("# Title\n", "a", "first"), "b", "second");

  it("adds a section at the end", () => {
    expect(page).toBe(
      "# Title\n\n<!-- a -->\n\nfirst\n\n<!-- end of a -->\n\n<!-- b -->\n\nsecond\n\n<!-- end of b -->\n",
    );
  });

  it("puts a new one where the old one was", () => {
    const changed = replaceSection(page, "a", "third");
    expect(changed).toBe(page.replace("first", "third"));
    expect(replaceSection(changed, "a", "third")).toBe(changed);
  });
});

describe("median", () => {
  it("is the middle value, or between the two in the middle", () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([10, 1, 2, 4])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });
});
