import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** What a mutation run has shown, for tests/mutation/RESULTS.md and for people who read survivors. */

/**
 * @typedef {object} Mutant
 * @property {string} status
 * @property {string} mutatorName
 * @property {string} [replacement]
 * @property {{ start: { line: number, column: number }, end: { line: number, column: number } }} location
 */
/** @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report as Stryker writes it */

/**
 * @param {Report} report
 * @param {string} folder
 * @param {string} command by which the figures come again
 * @returns {string} the row of the folder
 */
export function printRow(report, folder, command) {
  const { killed, timeout, survived, uncovered, score } = countStates(
    mutantsIn(report, folder).map(({ mutant }) => mutant),
  );
  const cells = [killed, timeout, survived, uncovered].map((count) => count.toLocaleString("en"));
  return `| \`${folder}\` | ${cells.join(" | ")} | ${score} | \`${command}\` |`;
}

/**
 * @param {string} page as it is, perhaps empty
 * @param {readonly string[]} folders in their order
 * @param {readonly string[]} rows of some of them, which take the place of theirs
 * @returns {string} the page with the rows
 */
export function updateResults(page, folders, rows) {
  const lines = [...rows, ...page.split("\n")];
  const known = folders.map((folder) => lines.find((line) => line.startsWith(`| \`${folder}\` |`)));
  return `# What mutation testing has shown

Written by \`npm run mutation\`, Node ${process.version}, StrykerJS with all its mutators. A mutant is one small change
of the sources. It is killed when a test fails with it, timed out when it makes the plugin run without an end, survived
when no test notices. The score is the share of killed and timed out. Constants of modules are left out, since each
would need a process of its own. With \`--sample\` a row stands for a random share of the mutants, which the seed chose.
The tests are those that need no process: fixtures, graphs, cases, texts of fixes, known limits
(\`scripts/mutation/runner.mjs\`). What other tests see besides, running fixes and random programs above all, does not
count here.

| folder | killed | timed out | survived | reached by no test | score | command |
|---|--:|--:|--:|--:|--:|---|
${known.filter((line) => line !== undefined).join("\n")}
`;
}

/**
 * @param {Report} report
 * @param {readonly string[]} folders
 * @returns {string} one line for each mutant that no test noticed
 */
export function printSurvivors(report, folders) {
  return folders
    .flatMap((folder) => mutantsIn(report, folder))
    .filter(({ mutant }) => mutant.status === "Survived" || mutant.status === "NoCoverage")
    .map(({ path, source, mutant }) => describeMutant(path, mutant, source))
    .join("\n");
}

/**
 * @param {string} path
 * @param {Pick<Mutant, "status" | "location" | "replacement">} mutant
 * @param {string} [source] of its file, which is read otherwise
 * @returns {string} place, verdict, what was there and what came instead
 */
export function describeMutant(path, { status, location, replacement = "" }, source = readFileSync(path, "utf8")) {
  const { start, end } = location;
  const was = shorten(excerpt(source, start, end));
  return `${relative(".", path)}:${start.line}:${start.column} ${status}: ${was}  →  ${shorten(replacement)}`;
}

/**
 * @param {Report} report
 * @param {string} folder or a file
 */
function mutantsIn({ files }, folder) {
  return Object.entries(files)
    .filter(([path]) => path === folder || path.startsWith(`${folder}/`))
    .flatMap(([path, { source, mutants }]) => mutants.map((mutant) => ({ path, source, mutant })));
}

/** @param {readonly Mutant[]} mutants */
function countStates(mutants) {
  const count = (/** @type {Mutant["status"][]} */ ...states) =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const killed = count("Killed", "RuntimeError");
  const [timeout, survived, uncovered] = [count("Timeout"), count("Survived"), count("NoCoverage")];
  const all = killed + timeout + survived + uncovered;
  const score = all === 0 ? "–" : `${((100 * (killed + timeout)) / all).toFixed(1)} %`;
  return { killed, timeout, survived, uncovered, score };
}

/**
 * @param {string} source
 * @param {{ line: number, column: number }} start
 * @param {{ line: number, column: number }} end
 */
function excerpt(source, start, end) {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const cut = (/** @type {string} */ line, /** @type {number} */ i) =>
    line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined);
  return lines.map(cut).join("\n");
}

/** @param {string} text */
function shorten(text) {
  const flat = text.replaceAll(/\s+/g, " ");
  return flat.length > 90 ? `${flat.slice(0, 60)} … ${flat.slice(-25)}` : flat;
}
