import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { packProject } from "./pack.ts";
import { run, type Outcome } from "./run.ts";

/** A project of a user: an empty folder outside this one, in which the packed plugin was installed. */
export interface Consumer {
  /** Whether a package got installed. */
  readonly has: (name: string) => boolean;
  /** Runs a script of an installed package, `eslint/bin/eslint.js`, by this Node or another one. */
  readonly node: (script: string, args: readonly string[], node?: string) => Promise<Outcome>;
  /** The path of a file of an installed package. */
  readonly installed: (file: string) => string;
  readonly remove: () => Promise<void>;
}

/** Makes a user's project with these packages (or flags of npm) beside the plugin, and these files. */
export async function createConsumer(
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Consumer> {
  const tarball = await packProject();
  const folder = await mkdtemp(path.join(tmpdir(), "leaks-consumer-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const manifest = { private: true, type: "module" };
    const all = { "package.json": JSON.stringify(manifest), ...files };
    for (const [name, text] of Object.entries(all)) await writeFile(path.join(folder, name), text);
    await install(folder, [tarball, ...packages]);
  } catch (error) {
    await remove();
    throw error;
  }
  const installed = (file: string): string => path.join(folder, "node_modules", file);
  return {
    has: (name) => existsSync(installed(name)),
    node: (script, args, node = process.execPath) => run(node, [installed(script), ...args], folder),
    installed,
    remove,
  };
}

async function install(folder: string, packages: readonly string[]): Promise<void> {
  const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
  const { code, stderr } = await run("npm", ["install", ...flags, ...packages], folder);
  if (code !== 0) throw new Error(`npm install ${packages.join(" ")} failed:\n${stderr}`);
}
