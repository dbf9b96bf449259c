/** Checks some files of a corpus, and has oxlint read the same programs. */
import { fileURLToPath } from "node:url";
import { readFiles } from "../real-code/snapshots.mjs";
import { agreeWithOxlint, strictRules } from "./agree-with-oxlint.mjs";
import { addTally, checkFile, emptyTally } from "./check-file.mjs";
import { createChecker } from "./check-program.mjs";

/**
 * Some files of a corpus.
 *
 * @typedef {object} Part
 * @property {import("../real-code/snapshots.mjs").Snapshot} snapshot
 * @property {import("../real-code/snapshots.mjs").SourceFile[]} files
 * @property {number} turn of the first file; the next one has the next
 */

/** @typedef {import("./variants.mjs").HowMany & { plugin: string; oxlint?: string }} PartOptions */

/**
 * @param {import("eslint").ESLint.Plugin} plugin
 * @param {PartOptions} options
 * @returns {(part: Part, onFile: (path: string) => void) => Promise<import("./check-file.mjs").Tally>}
 */
export function createPartChecker(plugin, { plugin: module, oxlint, hosts, grafts }) {
  const check = createChecker(plugin);
  const rules = strictRules(plugin);
  return async ({ snapshot, files, turn }, onFile) => {
    const tally = emptyTally();
    /** @type {import("./check-file.mjs").Linted[]} */
    const linted = [];
    const onLinted = (/** @type {import("./check-file.mjs").Linted} */ one) => { if (oxlint) linted.push(one); };
    let next = turn;
    for await (const [{ path }, text] of readFiles(snapshot, files)) {
      onFile(path);
      const file = { path: `${snapshot.repository} ${path}`, text, turn: next++ };
      addTally(tally, checkFile(file, check, { hosts, grafts, onLinted }));
    }
    if (!oxlint) return tally;
    const { compared, failures } = agreeWithOxlint(linted, { oxlint, plugin: fileOf(module), rules });
    addTally(tally, { ...emptyTally(), compared, failures });
    return tally;
  };
}

/**
 * @param {string} module
 * @returns {string} the file that oxlint loads
 */
function fileOf(module) {
  return /^[./]/.test(module) ? module : fileURLToPath(import.meta.resolve(module));
}
