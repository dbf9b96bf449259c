/** A unified diff of two texts, made by git. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const CONTEXT_LINES = 12;
/** The lines that name the two files, which are temporary ones. */
const HEADER_LINES = 4;

/**
 * @param {string} before
 * @param {string} after
 * @returns {string[]} the lines of the hunks; none when the texts are equal
 */
export function showDiff(before, after) {
  const folder = mkdtempSync(path.join(tmpdir(), "real-code-"));
  try {
    writeFileSync(path.join(folder, "before"), before);
    writeFileSync(path.join(folder, "after"), after);
    const args = ["diff", "--no-index", "--no-color", `--unified=${CONTEXT_LINES}`, "before", "after"];
    const { stdout, stderr, status } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    // git says 1 for a difference.
    if (status === null || status > 1) throw new Error(`git diff: ${stderr}`);
    return stdout.trimEnd().split("\n").slice(HEADER_LINES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
