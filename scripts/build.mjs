/**
 * Builds `dist` from `src`: in a folder beside it that takes its place at the end. What a renamed module left behind
 * goes, and a program that is using `dist` at this moment never finds half of it.
 */
import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const dist = `${root}dist`;
const fresh = `${dist}.new.${process.pid}`;
const old = `${dist}.old.${process.pid}`;

const command = [tsc, "-p", "tsconfig.build.json", "--outDir", fresh];
const result = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
if (existsSync(fresh)) {
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}
process.exitCode = result.status ?? 1;
