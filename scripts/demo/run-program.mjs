import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { root } from "./topics.mjs";

const measure = fileURLToPath(new URL("measure.mjs", import.meta.url));
const goscriptImports = new URL("../../examples/goscript-imports.mjs", import.meta.url).href;

/** Beyond its deadline a program gets this long before it is ended and counted as a failure. */
const PATIENCE_MS = 10_000;

/**
 * @typedef {object} Run one program, run to its natural end
 * @property {number} aliveMs how long the process lived on after its work was done
 * @property {import("./held.mjs").Held} held what it held when its work was done
 * @property {string} output what it printed
 */

/**
 * @param {string} program path of the program
 * @param {number} deadlineMs the deadline it sets for its work
 * @returns {Promise<Run>}
 */
export async function runProgram(program, deadlineMs) {
  const imports = readFileSync(program, "utf8").includes('"@goscript/') ? ["--import", goscriptImports] : [];
  const child = spawn(process.execPath, [...imports, measure, program], {
    cwd: root,
    env: { ...process.env, DEADLINE_MS: String(deadlineMs) },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    timeout: deadlineMs + PATIENCE_MS,
  });
  const [code, output = "", errors = "", report = ""] = await Promise.all([
    ending(child),
    ...[1, 2, 3].map((descriptor) => text(/** @type {import("node:stream").Readable} */ (child.stdio[descriptor]))),
  ]);
  if (code !== "0") throw new Error(`${program} ended with ${code}\n${errors}`);
  return { ...JSON.parse(report), output };
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>} its exit code, or the signal that ended it
 */
function ending(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? String(code)));
  });
}
