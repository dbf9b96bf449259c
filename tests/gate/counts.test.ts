import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addUp, countTests, countsLine } from "../../scripts/gate-counts.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "leaks-counts-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a report of the shape vitest writes and gives its path. */
function report(files: { status: string; tests: string[] }[]): string {
  const statuses = files.flatMap((file) => file.tests);
  const file = path.join(folder, "vitest.json");
  const text = JSON.stringify({
    numPassedTests: statuses.filter((status) => status === "passed").length,
    numFailedTests: statuses.filter((status) => status === "failed").length,
    testResults: files.map((each) => ({
      status: each.status,
      assertionResults: each.tests.map((status) => ({ status })),
    })),
  });
  writeFileSync(file, text);
  return file;
}

describe("counts of the gate", () => {
  it("are those of the tests", () => {
    const file = report([
      { status: "passed", tests: ["passed", "passed"] },
      { status: "failed", tests: ["passed", "failed"] },
    ]);
    expect(countTests(file, false)).toEqual({ passed: 3, failed: 1 });
  });

  it("do not count a skipped test as passed", () => {
    const file = report([{ status: "passed", tests: ["passed", "skipped"] }]);
    expect(countTests(file, true)).toEqual({ passed: 1, failed: 0 });
  });

  it("count a file that could not be loaded as one failure", () => {
    const file = report([{ status: "passed", tests: ["passed"] }, { status: "failed", tests: [] }]);
    expect(countTests(file, false)).toEqual({ passed: 1, failed: 1 });
  });

  it("are never without a failure when the run failed", () => {
    expect(countTests(report([{ status: "passed", tests: ["passed"] }]), false)).toEqual({ passed: 1, failed: 1 });
    expect(countTests(path.join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1 });
  });

  it("add up to one line", () => {
    const all = [{ passed: 2, failed: 0 }, { passed: 1, failed: 3 }];
    expect(countsLine(addUp(all))).toBe("3 passed, 3 failed");
  });
});
