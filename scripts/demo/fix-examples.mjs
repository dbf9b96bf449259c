import { readFileSync } from "node:fs";
import { ESLint } from "eslint";
import { usersConfig } from "./lint-examples.mjs";
import { programPath, root } from "./topics.mjs";

/** More suggestions than this are not taken one after the other: each should leave one report less. */
const MAX_SUGGESTIONS = 10;

/**
 * @typedef {object} Change what the plugin makes of a leaking program
 * @property {"fix" | "suggestion"} by what made it: `--fix`, or the first suggestion of each report
 * @property {string | undefined} title of the first suggestion
 * @property {string} before
 * @property {string} after
 */

/**
 * Fixes the leaking program of every topic the way a user's ESLint does, in memory.
 *
 * @param {readonly string[]} topics
 * @param {import("eslint").ESLint.Options} [config] which config ESLint is to use
 * @returns {Promise<Map<string, Change>>} without the topics that are left to their author
 */
export async function fixExamples(topics, config = usersConfig) {
  const eslint = new ESLint({ ...config, cwd: root, fix: true });
  /** @type {Map<string, Change>} */
  const changes = new Map();
  for (const topic of topics) {
    const change = await fixProgram(eslint, programPath(topic, "leaking"));
    if (change !== undefined) changes.set(topic, change);
  }
  return changes;
}

/**
 * @param {ESLint} eslint
 * @param {string} filePath
 * @returns {Promise<Change | undefined>}
 */
async function fixProgram(eslint, filePath) {
  const before = readFileSync(filePath, "utf8");
  const first = await lintText(eslint, before, filePath);
  if (first.output !== undefined) return { by: "fix", title: undefined, before, after: first.output };
  let title;
  let after = before;
  for (let taken = 0; taken < MAX_SUGGESTIONS; taken++) {
    const { messages } = await lintText(eslint, after, filePath);
    const suggestion = messages.flatMap((message) => message.suggestions ?? [])[0];
    if (suggestion === undefined) break;
    title ??= suggestion.desc;
    const [start, end] = suggestion.fix.range;
    after = after.slice(0, start) + suggestion.fix.text + after.slice(end);
  }
  return title === undefined ? undefined : { by: "suggestion", title, before, after };
}

/**
 * @param {ESLint} eslint
 * @param {string} text
 * @param {string} filePath
 */
async function lintText(eslint, text, filePath) {
  const [result] = await eslint.lintText(text, { filePath });
  if (result === undefined) throw new Error(`ESLint did not lint ${filePath}`);
  return result;
}
