/**
 * Tools that only benchmarks need: installed when one of them runs, then kept beside the corpus. Their peers are those
 * of the project.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache/eslint-plugin-leaks/", import.meta.url));

/**
 * @param {string} spec `name@version`
 * @returns {string} the folder of the package
 */
export function installed(spec) {
  const name = spec.slice(0, spec.lastIndexOf("@"));
  const folder = path.join(cache, `tool-${spec.replaceAll("/", "+")}`);
  const home = path.join(folder, "node_modules", name);
  if (existsSync(home)) return home;
  console.error(`installing ${spec}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", spec];
  const { status, stderr } = spawnSync("npm", ["install", ...options], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm install ${spec} failed: ${stderr}`);
  return home;
}
