import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The project's folder, which paths in the output are relative to. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The topics under `examples/`: every folder that holds a leaking and a corrected program.
 *
 * @returns {string[]} folder names, sorted
 */
export function listTopics() {
  return readdirSync(`${root}/examples`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(programPath(entry.name, "leaking")))
    .map((entry) => entry.name)
    .sort();
}

/**
 * @param {string} topic
 * @param {"leaking" | "corrected"} version
 */
export function programPath(topic, version) {
  return `${root}/examples/${topic}/${version}.mjs`.replaceAll("//", "/");
}
