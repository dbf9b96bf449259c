/**
 * `npm run bench`: every benchmark of the plugin itself, one after the other, each in a process of its own so that none
 * inherits the heap of another.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** @typedef {{ says: string, takes: readonly string[] }} Part what it measures, and which of our options it knows */

/** @type {Readonly<Record<string, Part>>} */
const PARTS = {
  peers: { says: "all our rules, each alone and rules people know, on real TypeScript", takes: ["quick", "every"] },
  scan: { says: "the look at files where there is nothing to say", takes: ["quick"] },
  loading: { says: "loading the plugin", takes: ["quick"] },
  memory: { says: "the heap over thousands of files", takes: ["quick"] },
  functions: { says: "one function of up to 50,000 statements", takes: [] },
  giants: { says: "TypeScript's compiler, 200,000 lines in one file", takes: ["quick"] },
  oxlint: { says: "the commands of oxlint and ESLint", takes: ["quick", "every"] },
};
const HELP = `npm run bench -- [options] [part …]

Measures what the plugin costs and writes bench/RESULTS.md, one section for each part. All parts take about half an hour
on a machine that does nothing else; each is also a script, bench/<part>.mjs, with more options and a --help of its own.
Compare the ratios, not the times.

${Object.entries(PARTS)
  .map(([name, { says }]) => `  ${name.padEnd(12)} ${says}`)
  .join("\n")}

  --every <n>  every nth file only, where files of npm packages are linted
  --quick      a few minutes, and nothing is written; leaves out what cannot be quick
  --help       this text

Exit code 0 when all parts ran, 1 when one failed (the others run all the same), 2 when one is unknown.
`;

process.exitCode = main();

/** @returns {number} the exit code */
function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: "string" }, quick: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help) return say(HELP, 0);
  const unknown = positionals.filter((name) => !(name in PARTS));
  if (unknown.length > 0) return say(`No such part: ${unknown.join(", ")}. There are: ${allNames().join(", ")}.`, 2);

  const chosen = (positionals.length > 0 ? positionals : allNames()).filter(
    (name) => !values.quick || PARTS[name]?.takes.includes("quick"),
  );
  const options = [...(values.quick ? ["--quick"] : []), ...(values.every ? ["--every", values.every] : [])];
  const failed = chosen.filter((name, i) => {
    console.error(`\n[${i + 1}/${chosen.length}] ${name}: ${PARTS[name]?.says ?? ""}`);
    return !run(name, options);
  });
  return failed.length > 0 ? say(`Failed: ${failed.join(", ")}.`, 1) : 0;
}

function allNames() {
  return Object.keys(PARTS);
}

/**
 * @param {string} name
 * @param {readonly string[]} options
 * @returns {boolean} whether it succeeded
 */
function run(name, options) {
  const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const known = options.filter((option, i) => {
    const flag = option.startsWith("--") ? option : (options[i - 1] ?? "");
    return PARTS[name]?.takes.includes(flag.slice(2));
  });
  return spawnSync(process.execPath, [script, ...known], { stdio: "inherit" }).status === 0;
}

/**
 * @param {string} text
 * @param {number} code
 */
function say(text, code) {
  console[code === 0 ? "log" : "error"](text);
  return code;
}
