/**
 * Builds `dist` from `src`: one module, which loads in a tenth of the time that three hundred take, and the
 * declarations that its types need. It is made in a folder beside it that takes its place at the end: what a renamed
 * module left behind goes, and a program that is using `dist` at this moment never finds half of it.
 *
 *     node scripts/build.mjs          dist
 *     node scripts/build.mjs FOLDER   there, and `dist` is left as it is
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
const fresh = `${dist}.new.${process.pid}`;
const declarations = `${dist}.types.${process.pid}`;
const old = `${dist}.old.${process.pid}`;

const isSound = declareTypes() && (await bundle());
if (isSound) {
  copyDeclarations("index.d.ts");
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
}
for (const folder of [fresh, declarations, old]) rmSync(folder, { recursive: true, force: true });
process.exitCode = isSound ? 0 : 1;

/** Type-checks `src` and writes a declaration file for each module. */
function declareTypes() {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const command = [tsc, "-p", "tsconfig.build.json", "--outDir", declarations];
  return spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" }).status === 0;
}

/** Puts all modules into one. It stays readable, since a stack trace may lead somebody there. */
async function bundle() {
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ["src/index.ts"],
      outfile: path.join(fresh, "index.js"),
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20.19",
      packages: "external",
      logLevel: "warning",
    });
    return true;
  } catch {
    // It has said already what is wrong.
    return false;
  }
}

/**
 * Copies a declaration file and those it imports: of three hundred, only a few are behind the types that are exported.
 *
 * @param {string} name relative to the root of the declarations
 */
function copyDeclarations(name) {
  const target = path.join(fresh, name);
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(path.join(declarations, name), target);
  for (const [, module = ""] of readFileSync(target, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)\.[jt]s"/g)) {
    copyDeclarations(path.join(path.dirname(name), `${module}.d.ts`));
  }
}
