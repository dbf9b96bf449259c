/**
 * Checks the documents that eslint-doc-generator does not know: they exist, their links lead to a file and a heading
 * that are there, and the changelog has a section for the version in package.json.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const REQUIRED = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"];

const root = fileURLToPath(new URL("..", import.meta.url));
const problems = [...missingFiles(), ...deadLinks(), ...changelogGaps()];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function missingFiles() {
  return REQUIRED.filter((name) => !existsSync(path.join(root, name))).map((name) => `${name} is missing`);
}

function deadLinks() {
  return listPages().flatMap((page) =>
    linksOf(page)
      .filter((link) => !/^[a-z]+:/.test(link) && !leadsSomewhere(page, link))
      .map((link) => `${page}: the link ${link} leads nowhere`),
  );
}

/** @returns {string[]} every Markdown page, relative to the root */
function listPages() {
  const inDocs = existsSync(path.join(root, "docs")) ? readdirSync(path.join(root, "docs"), { recursive: true }) : [];
  return [...readdirSync(root), ...inDocs.map((name) => path.join("docs", String(name)))].filter((name) =>
    name.endsWith(".md"),
  );
}

/** @param {string} page */
function linksOf(page) {
  const links = withoutCode(readPage(page)).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g);
  return [...links].flatMap((match) => match[1] ?? []);
}

/**
 * @param {string} page where the link stands
 * @param {string} link relative, perhaps with a heading
 */
function leadsSomewhere(page, link) {
  const [file = "", heading] = link.split("#");
  const target = file === "" ? page : path.join(path.dirname(page), decodeURIComponent(file));
  if (!existsSync(path.join(root, target))) return false;
  return !heading || !target.endsWith(".md") || headingsOf(target).includes(heading);
}

/**
 * @param {string} page
 * @returns {string[]} the anchors GitHub gives its headings
 */
function headingsOf(page) {
  return [...withoutCode(readPage(page)).matchAll(/^#+\s+(.+)$/gm)].map(([, text = ""]) =>
    text.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-"),
  );
}

/** @param {string} page */
function readPage(page) {
  return readFileSync(path.join(root, page), "utf8");
}

/** @param {string} markdown */
function withoutCode(markdown) {
  return markdown.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "");
}

function changelogGaps() {
  const { version } = JSON.parse(readPage("package.json"));
  if (!existsSync(path.join(root, "CHANGELOG.md"))) return [];
  const headings = readPage("CHANGELOG.md").split("\n").filter((line) => line.startsWith("## "));
  return headings.some((heading) => heading.includes(version)) ? [] : [`CHANGELOG.md has no section for ${version}`];
}
