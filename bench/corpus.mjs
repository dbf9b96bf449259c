/**
 * TypeScript sources that npm packages ship, for benchmarks: the same files on every machine, since the versions are
 * fixed. They are fetched once, into a folder that is not in git, and never run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Packages that ship their TypeScript sources; the last two use context libraries. */
export const PACKAGES = [
  "rxjs@7.8.2",
  "mongodb@7.8.0",
  "effect@3.22.4",
  "openai@6.49.0",
  "matrix-js-sdk@37.5.0",
  "maplibre-gl@6.17.0",
  "@grpc/grpc-js@1.14.7",
  "@temporalio/worker@1.24.0",
  "@dxos/client-services@0.8.3",
  "@dxos/echo-pipeline@0.8.3",
];

/**
 * @typedef {object} Source
 * @property {string} path below the cache, the package first
 * @property {string} text
 * @property {number} lines
 */

const cache = fileURLToPath(new URL("../node_modules/.cache/eslint-plugin-leaks/", import.meta.url));

/**
 * @param {readonly string[]} packages `name@version`
 * @param {(message: string) => void} log progress
 * @returns {Source[]} every source that is no declaration file
 */
export function readCorpus(packages, log) {
  return packages.flatMap((spec) => readSources(folderFor(spec, log)));
}

/**
 * @param {string} spec `name@version`
 * @param {(message: string) => void} log progress
 * @returns {string} the folder of the package, which is fetched if it is not there yet
 */
export function folderFor(spec, log) {
  if (!existsSync(folderOf(spec))) fetchPackage(spec, log);
  return folderOf(spec);
}

/** @param {string} spec */
function folderOf(spec) {
  return `${cache}${spec.replaceAll("/", "+")}`;
}

/**
 * @param {string} spec
 * @param {(message: string) => void} log
 */
function fetchPackage(spec, log) {
  log(`fetching ${spec}`);
  const fresh = `${cache}fresh.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", fresh, spec]);
  const archive = readdirSync(fresh).find((name) => name.endsWith(".tgz"));
  if (!archive) throw new Error(`npm pack ${spec} made no archive`);
  run("tar", ["-xzf", `${fresh}/${archive}`, "-C", fresh]);
  rmSync(`${fresh}/${archive}`);
  renameSync(fresh, folderOf(spec));
}

/**
 * @param {string} command
 * @param {readonly string[]} options
 */
function run(command, options) {
  const { status, stderr } = spawnSync(command, options, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${options.join(" ")} failed: ${stderr}`);
}

/**
 * @param {string} folder
 * @returns {Source[]}
 */
function readSources(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[mc]?tsx?$/.test(path) && !/\.d\.[mc]?ts$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(`${folder}/${path}`, "utf8");
      return { path: `${folder.slice(cache.length)}/${path}`, text, lines: text.split("\n").length - 1 };
    });
}
