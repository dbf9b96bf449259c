import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";

const file = new URL("RESULTS.md", import.meta.url);
const require = createRequire(import.meta.url);

const HEAD = `# What the plugin costs

Written by the scripts named here; none of it by hand. The machines these ran on are shared and noisy, so the ratios
are what counts and the absolute times are only a hint.
`;

/**
 * Puts one script's section into bench/RESULTS.md, in place of what it wrote there before.
 *
 * @param {string} name of the script, which marks the section
 * @param {string} markdown
 */
export function saveSection(name, markdown) {
  const before = existsSync(file) ? readFileSync(file, "utf8") : HEAD;
  writeFileSync(file, replaceSection(before, name, markdown));
}

/**
 * @param {string} page
 * @param {string} name
 * @param {string} markdown
 * @returns {string} the page with that section, at its end when it had none of that name
 */
export function replaceSection(page, name, markdown) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const section = `${start}\n\n${markdown.trim()}\n\n${end}`;
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  const isThere = from >= 0 && to > from;
  return isThere ? page.slice(0, from) + section + page.slice(to + end.length) : `${page.trimEnd()}\n\n${section}\n`;
}

/**
 * @param {readonly string[]} packages
 * @returns {string} a line that says what was run on what
 */
export function describeRun(packages) {
  const versions = packages.map((name) => `${name} ${versionOf(name)}`);
  const { arch, platform } = process;
  return `Node ${process.versions.node}, ${platform} ${arch}, ${cpus().length} cores; ${versions.join(", ")}.`;
}

/** @param {string} name */
function versionOf(name) {
  const { version } = /** @type {{ version: string }} */ (require(`${name}/package.json`));
  return version;
}
