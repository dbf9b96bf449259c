import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  addTally,
  checkFile,
  describeFailure,
  emptyTally,
  type Tally,
} from "../../scripts/every-program/check-file.mjs";
import { createChecker } from "../../scripts/every-program/check-program.mjs";
import plugin from "../../src/index.ts";

/** Every form of syntax, written for tests of parsers. Beside each program stands the same one with all parentheses. */
const programs = new URL("../../node_modules/test262-parser-tests/", import.meta.url);

/** All are linted as they are, and every twentieth in a host too, since that takes longer. */
const HOSTED = 20;

const check = createChecker(plugin);

function checkAll(folder: string): Tally {
  const sum = emptyTally();
  const files = readdirSync(new URL(`${folder}/`, programs)).sort();
  files.forEach((file, i) => {
    const text = readFileSync(new URL(`${folder}/${file}`, programs), "utf8");
    const variants = i % HOSTED === 0 ? 1 : 0;
    // What is no module is a script.
    const path = file.replace(/(?<!\.module)\.js$/, ".script.js");
    addTally(sum, checkFile({ path, text, turn: i / HOSTED }, check, { hosts: variants, grafts: variants }));
  });
  return sum;
}

describe("every form of syntax, by both parsers", { timeout: 120_000 }, () => {
  it.each(["pass", "pass-explicit"])("%s", (folder) => {
    const { failures, files, refused, programs, reports, fixes, suggestions } = checkAll(folder);
    expect(failures.map(describeFailure)).toEqual([]);
    expect({ files, refused }).toEqual({ files: 1981, refused: 0 });
    // Of what stands in hosts most parses, and is reported.
    expect(programs).toBeGreaterThan(2 * files + 200);
    for (const count of [reports, fixes, suggestions]) expect(count).toBeGreaterThan(30);
  });
});
