import { execFile } from "node:child_process";

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. A failing one is an outcome, not an exception. */
export function run(command: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd, env: plainEnvironment(), maxBuffer: 32 * 1024 * 1024, timeout: 120_000 };
    execFile(command, [...args], options, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") resolve({ code: 1, stdout, stderr: stderr + error.message });
      else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** The environment without what npm and vitest add to it: a child npm would take this project for its own. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_(lifecycle|package|command|config_local_prefix)|INIT_CWD|NODE_OPTIONS|NODE_ENV|VITEST)/i;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: "1" };
}
