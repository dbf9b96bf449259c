/**
 * Proves the proof: puts each of the bugs in seeds/ into a copy of the sources, one at a time, and checks that the
 * proof by execution catches it. A bug in what follows paths must show as a broken trace or a miss; one that only costs
 * precision as more false alarms than the unbroken sources have.
 *
 * `node scripts/seed-bugs.mjs --help` says how.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * @typedef {object} Seed
 * @property {string} file below src
 * @property {string} breaks what is wrong then
 * @property {"broken trace" | "miss" | "false alarms"} expected how it must show
 * @property {string} find occurs exactly once in the file
 * @property {string} replace
 */
/** @typedef {import("../tests/proof/check/campaign.ts").Summary} Summary */

/** More false alarms in a hundred acquires than this are noticed; RESULTS.md says how many there are. */
const STATED_RATE = 0.5;

const HELP = `Usage: node scripts/seed-bugs.mjs [options]

Puts each bug of scripts/seeds into a copy of the sources, one at a time, and runs the proof against it.

  --count <n>    programs for each bug (default 600)
  --seed <n>     where their generation begins (default 1)
  --only <text>  the bugs whose file begins so: 07
  --help         this text

Exit code 1 when a bug is not caught, or does not apply any more.
`;

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    count: { type: "string", default: "600" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const names = readdirSync(new URL("seeds/", import.meta.url)).filter((name) => name.startsWith(values.only));

// Inside node_modules the copies find the packages that the sources import, and git does not see them.
mkdirSync(`${root}/node_modules/.cache`, { recursive: true });
const folder = mkdtempSync(`${root}/node_modules/.cache/seed-bugs-`);
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** @type {string[]} */
const missed = [];
// Without a bug nothing may show, or nothing would be proved by what shows with one.
const unbroken = prove(`${root}/src`, []);
console.log(`without a bug: ${judge({ expected: "miss" }, unbroken).how}`);
for (const expected of /** @type {const} */ (["broken trace", "miss", "false alarms"])) {
  if (judge({ expected }, unbroken).caught) missed.push(`${expected} without a bug`);
}
for (const name of names) {
  const { default: seed } = /** @type {{ default: Seed }} */ (await import(`./seeds/${name}`));
  const src = plant(seed, name);
  const outcome = src
    ? judge(seed, prove(src, ["--until", seed.expected]))
    : { caught: false, how: "does not apply: its text is not there exactly once" };
  if (!outcome.caught) missed.push(name);
  console.log(`${outcome.caught ? "caught" : "MISSED"}  ${name.replace(".mjs", "").padEnd(33)} ${outcome.how}`);
  console.log(`        ${seed.breaks}`);
}
const caught = names.filter((name) => !missed.includes(name));
console.log(`${caught.length} of ${names.length} bugs caught`);
process.exitCode = missed.length > 0 ? 1 : 0;

/**
 * @param {Seed} seed
 * @param {string} name
 * @returns {string | undefined} the sources with the bug, or nothing when its text is not there
 */
function plant({ file, find, replace }, name) {
  const src = `${folder}/${name}/src`;
  cpSync(`${root}/src`, src, { recursive: true });
  const [before, after, more] = readFileSync(`${src}/${file}`, "utf8").split(find);
  if (before === undefined || after === undefined || more !== undefined) return undefined;
  writeFileSync(`${src}/${file}`, before + replace + after);
  return src;
}

/**
 * @param {string} src
 * @param {string[]} more
 * @returns {Summary | string} what the proof measured, or how it failed
 */
function prove(src, more) {
  const args = ["scripts/proof.mjs", "--json", "--count", values.count, "--seed", values.seed, "--src", src, ...more];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const line = stdout.trim().split("\n").at(-1);
  return line?.startsWith("{") ? /** @type {Summary} */ (JSON.parse(line)) : stderr.trim();
}

/**
 * @param {Pick<Seed, "expected">} seed
 * @param {Summary | string} result
 * @returns {{ caught: boolean, how: string }}
 */
function judge({ expected }, result) {
  if (typeof result === "string") return { caught: false, how: `the proof itself failed: ${result.slice(0, 200)}` };
  const { programs, brokenTraces, misses, falseAlarms, acquires } = result;
  const rate = (100 * falseAlarms) / acquires;
  const shows = { "broken trace": brokenTraces > 0, miss: misses > 0, "false alarms": rate > STATED_RATE };
  const how =
    `${programs} programs: ${brokenTraces} broken traces, ${misses} misses, ` +
    `${falseAlarms} false alarms (${rate.toFixed(2)} %)`;
  return { caught: shows[expected], how };
}
