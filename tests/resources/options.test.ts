import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

describe("the options of no-lost-cancel", () => {
  it.each<[options: object, says: string]>([
    [{ cause: ["discarded"] }, `Unexpected property "cause"`],
    [{ toplevel: true }, `Unexpected property "toplevel"`],
    [{ causes: "discarded" }, "should be array"],
    [{ causes: ["never"] }, "should be equal to one of the allowed values"],
    [{ causes: ["neverReleased"] }, "should be equal to one of the allowed values"],
    [{ causes: ["branch", "branch"] }, "should NOT have duplicate items"],
    [{ topLevel: "yes" }, "should be boolean"],
    [{ fields: "all" }, `Unexpected property "fields"`],
    [["discarded"], "should be object"],
  ])("%o: an error of ESLint's", (options, says) => {
    expect(() => lint("", { options })).toThrow(says);
    expect(() => lint("", { options })).toThrow("leaks/no-lost-cancel");
  });
});
