import { findDoubts } from "./judge.mjs";
import { runProgram } from "./run-program.mjs";
import { programPath } from "./topics.mjs";

/** Programs mostly wait; their start-up is what keeps the processor busy. */
const TOPICS_AT_A_TIME = 4;

/**
 * @typedef {object} Proof
 * @property {string} topic
 * @property {{ leaking: import("./run-program.mjs").Run, corrected: import("./run-program.mjs").Run }} [runs]
 *   what the programs did; absent when one of them failed
 * @property {string[]} doubts what speaks against the finding; empty when it is proved
 */

/**
 * Runs both programs of each topic side by side, a few topics at a time, and judges them.
 *
 * @param {readonly string[]} topics
 * @param {number} deadlineMs
 * @returns {AsyncGenerator<Proof>} in the order of the topics
 */
export async function* proveTopics(topics, deadlineMs) {
  for (let start = 0; start < topics.length; start += TOPICS_AT_A_TIME) {
    const group = topics.slice(start, start + TOPICS_AT_A_TIME);
    yield* await Promise.all(group.map((topic) => proveTopic(topic, deadlineMs)));
  }
}

/**
 * @param {number} topics
 * @param {number} deadlineMs
 * @returns {number} seconds that proveTopics takes, about
 */
export function estimateSeconds(topics, deadlineMs) {
  const startUpMs = 700;
  return Math.ceil((Math.ceil(topics / TOPICS_AT_A_TIME) * (deadlineMs + startUpMs)) / 1000);
}

/**
 * @param {string} topic
 * @param {number} deadlineMs
 * @returns {Promise<Proof>}
 */
async function proveTopic(topic, deadlineMs) {
  try {
    const [leaking, corrected] = await Promise.all([
      runProgram(programPath(topic, "leaking"), deadlineMs),
      runProgram(programPath(topic, "corrected"), deadlineMs),
    ]);
    return { topic, runs: { leaking, corrected }, doubts: findDoubts(leaking, corrected) };
  } catch (error) {
    return { topic, doubts: [error instanceof Error ? error.message : String(error)] };
  }
}
