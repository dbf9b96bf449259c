import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Runs `.ci/run` in a folder of its own, with a shell script in the place of npm. */
function runWith(npm: string): { code: number | null; lines: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), "leaks-ci-"));
  folders.push(folder);
  for (const name of [".ci", "bin", ".gate"]) mkdirSync(path.join(folder, name));
  cpSync(fileURLToPath(new URL("../../.ci/run", import.meta.url)), path.join(folder, ".ci/run"));
  // A gate of yesterday must not be taken for today's.
  writeFileSync(path.join(folder, ".gate/totals"), "99 passed, 0 failed\n");
  writeFileSync(path.join(folder, "bin/npm"), `#!/bin/sh\n${npm}\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${path.join(folder, "bin")}:${process.env["PATH"] ?? ""}` };
  const { status, stdout } = spawnSync(path.join(folder, ".ci/run"), { cwd: tmpdir(), env, encoding: "utf8" });
  return { code: status, lines: stdout.trim().split("\n") };
}

/** What the gate does at its end. */
const gate = (line: string, code: number): string => `mkdir .gate; echo "${line}" > .gate/totals; exit ${String(code)}`;

describe(".ci/run", () => {
  it("runs npm cit, nothing else", () => {
    expect(runWith(`echo "npm $*"; ${gate("1 passed, 0 failed", 0)}`).lines[0]).toBe("npm cit");
  });

  it("ends with the counts", () => {
    const { code, lines } = runWith(gate("12 passed, 0 failed", 0));
    expect(lines.at(-1)).toBe("12 passed, 0 failed");
    expect(code).toBe(0);
  });

  it("ends with the counts of a failed gate, and fails", () => {
    const { code, lines } = runWith(gate("10 passed, 2 failed", 1));
    expect(lines.at(-1)).toBe("10 passed, 2 failed");
    expect(code).toBe(1);
  });

  it("fails when the gate did not get to its end", () => {
    expect(runWith("exit 7")).toEqual({ code: 7, lines: ["0 passed, 1 failed"] });
    expect(runWith("exit 0")).toEqual({ code: 1, lines: ["0 passed, 1 failed"] });
  });
});
