import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { ESLint } from "eslint";
import { programPath, root } from "./topics.mjs";

/**
 * @typedef {object} Finding
 * @property {string} file path relative to the project
 * @property {number} line
 * @property {number} column
 * @property {string} ruleId
 * @property {string} message
 * @property {string} source the reported line of the program
 * @property {string | undefined} url the rule's page
 *
 * @typedef {{ leaking: Finding[], corrected: Finding[] }} TopicFindings
 */

/** The flat config that stands beside the programs: it loads the built plugin by its name, as a user's does. */
export const usersConfig = { overrideConfigFile: `${root}/examples/recommended.config.mjs` };

/**
 * Lints both programs of every topic the way a user's ESLint does.
 *
 * @param {readonly string[]} topics
 * @param {import("eslint").ESLint.Options} [config] which config ESLint is to use
 * @returns {Promise<Map<string, TopicFindings>>}
 */
export async function lintExamples(topics, config = usersConfig) {
  const eslint = new ESLint({ ...config, cwd: root });
  const files = topics.flatMap((topic) => [programPath(topic, "leaking"), programPath(topic, "corrected")]);
  const results = await eslint.lintFiles(files);
  const rules = eslint.getRulesMetaForResults(results);

  /** @type {(file: string) => Finding[]} */
  const findingsOf = (file) => {
    const result = results.find(({ filePath }) => relative(filePath, file) === "");
    if (result === undefined) throw new Error(`ESLint did not lint ${relative(root, file)}`);
    const lines = readFileSync(file, "utf8").split("\n");
    return result.messages.map(({ line, column, ruleId, message }) => ({
      file: relative(root, file),
      line,
      column,
      ruleId: ruleId ?? "syntax",
      message,
      source: lines[line - 1] ?? "",
      url: ruleId === null ? undefined : rules[ruleId]?.docs?.url,
    }));
  };
  return new Map(
    topics.map((topic) => [
      topic,
      { leaking: findingsOf(programPath(topic, "leaking")), corrected: findingsOf(programPath(topic, "corrected")) },
    ]),
  );
}
