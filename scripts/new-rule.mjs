/** Begins a rule: writes its source, a fixture and a page, and registers it. `npm run new-rule -- --help` says more. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fixtureOf, limitsOf, pageOf, register, sourceOf } from "./new-rule/templates.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const INDEX = "src/rules/index.ts";
const KINDS = "src/resources/resource.ts";
const SETTINGS = "docs/settings.md";

const HELP = `Usage: npm run new-rule -- NAME [--kind KIND]

Writes src/rules/NAME.ts, its fixture tests/rules/NAME/example.ts, its page docs/rules/NAME.md and the known limits of
that page, tests/docs/limits/NAME.ts; adds the rule to ${INDEX}, and its kind to those that the settings take.
What it writes passes the tests as it is; it reports the leaks of one kind of resource.

Options:
  --kind KIND  the kind of resource: ${listKinds().join(", ")}.
               Default: the first that no rule reports yet. A kind belongs to one rule.
  --help       this text

Exit code: 0 when the rule was written; 1 when there is such a rule already; 2 when asked for wrongly.`;

process.exitCode = main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {number} the exit code
 */
function main(args) {
  const options = /** @type {const} */ ({ kind: { type: "string" }, help: { type: "boolean", default: false } });
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    return writeRule(readName(positionals), readKind(values.kind));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
}

/** @param {readonly string[]} positionals */
function readName(positionals) {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Error("One name is wanted, such as no-leaked-timer.");
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) throw new Error(`The name "${name}" is not of the form no-leaked-timer.`);
  return name;
}

/** @param {string | undefined} given */
function readKind(given) {
  const kinds = listKinds();
  const taken = new Map(readdirSync(path.join(root, "src/rules")).flatMap((file) =>
    [...read(`src/rules/${file}`).matchAll(/\.leaks\("([\w-]+)"\)/g)].map(([, kind]) => [kind, file])));
  const kind = given ?? kinds.find((each) => !taken.has(each));
  if (kind === undefined) throw new Error(`Each kind has its rule: ${kinds.join(", ")}.`);
  if (!kinds.includes(kind)) throw new Error(`The kind "${kind}" is none of ${kinds.join(", ")}.`);
  const owner = taken.get(kind);
  if (owner !== undefined) throw new Error(`The kind "${kind}" belongs to src/rules/${owner}.`);
  return kind;
}

/** The kinds as the type `ResourceKind` names them. */
function listKinds() {
  const union = /type ResourceKind = ([^;]+);/.exec(read(KINDS))?.[1] ?? "";
  return [...union.matchAll(/"([\w-]+)"/g)].flatMap(([, kind]) => kind ?? []);
}

/**
 * @param {string} name
 * @param {string} kind
 * @returns {number} the exit code
 */
function writeRule(name, kind) {
  const files = {
    [`src/rules/${name}.ts`]: sourceOf(name, kind),
    [`tests/rules/${name}/example.ts`]: fixtureOf(kind),
    [`tests/docs/limits/${name}.ts`]: limitsOf(),
    [`docs/rules/${name}.md`]: pageOf(name, kind),
  };
  const existing = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
  if (existing.length > 0) {
    console.error(`Nothing was written, since there is already ${existing.join(", ")}.`);
    return 1;
  }
  const index = register(read(INDEX), name);
  const kinds = report(read(KINDS), kind);
  const settings = document(read(SETTINGS), kind, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text, { flag: "wx" });
  }
  writeFileSync(path.join(root, INDEX), index);
  writeFileSync(path.join(root, KINDS), kinds);
  writeFileSync(path.join(root, SETTINGS), settings);
  console.log(`Written: ${Object.keys(files).join(", ")}
Changed: ${INDEX}, ${KINDS}, ${SETTINGS}

Next:
  1. npm run docs    writes the head of the page and the rules table
  2. npm test
  3. Add what the rule knows to src/resources/catalog, which src/resources/known.ts reads, and put real examples into
     fixture and page.
  4. \`recommended: true\` in the rule's docs turns it on in both presets.`);
  return 0;
}

/**
 * Adds a kind to those that settings may name.
 *
 * @param {string} source
 * @param {string} kind
 */
function report(source, kind) {
  return source.replace(/(reportedKinds: [^=]+= \[)([^\]]*)\]/, `$1$2, "${kind}"]`);
}

/**
 * Names a kind on the page of the settings, with the rule it belongs to.
 *
 * @param {string} page
 * @param {string} kind
 * @param {string} name
 */
function document(page, kind, name) {
  return page.replace(/^(\| `kind` \| .*)\. \|$/m, `$1, \`"${kind}"\` ${name}'s. |`);
}

/** @param {string} file */
function read(file) {
  return readFileSync(path.join(root, file), "utf8");
}
