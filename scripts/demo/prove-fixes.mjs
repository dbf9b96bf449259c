import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findDoubts } from "./judge.mjs";
import { runProgram } from "./run-program.mjs";
import { programPath, root } from "./topics.mjs";

/**
 * @typedef {object} FixProof
 * @property {string} topic
 * @property {import("./run-program.mjs").Run} [run] what the fixed program did; absent when it failed
 * @property {string[]} doubts what speaks against the fix; empty when it is proved
 */

/**
 * Runs fixed programs and judges each beside the leaking one, as the corrected ones were judged.
 *
 * @param {ReadonlyMap<string, import("./fix-examples.mjs").Change>} changes by topic
 * @param {ReadonlyMap<string, import("./run-program.mjs").Run>} leaking what the leaking programs did
 * @param {number} deadlineMs
 * @returns {AsyncGenerator<FixProof>} in the order of the topics
 */
export async function* proveFixes(changes, leaking, deadlineMs) {
  const folder = path.join(root, ".gate", `demo-${process.pid}`);
  try {
    for (const [topic, { after }] of changes) {
      const program = writeProgram(folder, topic, after);
      yield await proveFix(topic, program, leaking.get(topic), deadlineMs);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The program beside copies of what it imports, inside the project, where its packages are found.
 *
 * @param {string} folder
 * @param {string} topic
 * @param {string} text
 */
function writeProgram(folder, topic, text) {
  const place = path.join(folder, topic);
  mkdirSync(place, { recursive: true });
  cpSync(path.dirname(programPath(topic, "leaking")), place, { recursive: true });
  const program = path.join(place, "fixed.mjs");
  writeFileSync(program, text);
  return program;
}

/**
 * @param {string} topic
 * @param {string} program
 * @param {import("./run-program.mjs").Run | undefined} leaking
 * @param {number} deadlineMs
 * @returns {Promise<FixProof>}
 */
async function proveFix(topic, program, leaking, deadlineMs) {
  if (leaking === undefined) return { topic, doubts: ["the leaking program did not run"] };
  try {
    const run = await runProgram(program, deadlineMs);
    return { topic, run, doubts: findDoubts(leaking, run) };
  } catch (error) {
    return { topic, doubts: [error instanceof Error ? error.message : String(error)] };
  }
}
