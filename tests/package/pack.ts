import { cp, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SHIPPED = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "docs"];

let packed: Promise<string> | undefined;

/**
 * The file of the project as it would be published. The gate has packed it already and names the file; a run of the
 * tests alone builds and packs a copy inside `.gate`, so that `dist` is left as it is.
 */
export function packProject(): Promise<string> {
  const byGate = process.env["LEAKS_TARBALL"];
  packed ??= byGate ? Promise.resolve(byGate) : packCopy();
  return packed;
}

async function packCopy(): Promise<string> {
  const copy = path.join(root, ".gate", `copy-${String(process.pid)}`);
  await mkdir(copy, { recursive: true });
  for (const name of await readdir(root)) {
    if (SHIPPED.includes(name)) await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  const built = await run(process.execPath, ["scripts/build.mjs", path.join(copy, "dist")], root);
  if (built.code !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
  const pack = await run("npm", ["pack", "--ignore-scripts", "--silent"], copy);
  if (pack.code !== 0) throw new Error(`npm pack failed:\n${pack.stderr}`);
  return path.join(copy, pack.stdout.trim());
}
