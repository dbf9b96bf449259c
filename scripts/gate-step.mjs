/** Runs one step of the gate as child processes and says how it went. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const LIMIT_MINUTES = 9;

/**
 * Runs the commands of a step until one fails. The output of a quiet step is kept back and shown only on failure.
 *
 * @param {{ name: string; says: string; commands: string[]; live?: boolean }} step
 * @param {string} position such as "2/7"
 * @returns {Promise<boolean>} whether it passed
 */
export async function runStep(step, position) {
  const begin = performance.now();
  console.log(`[${position}] ${step.name}: ${step.says} …`);
  const failure = await firstFailure(step);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  if (failure) {
    if (failure.output) console.log(failure.output.trimEnd());
    console.log(`[${position}] ${step.name} FAILED after ${seconds} s: ${failure.command} (${failure.how})`);
  } else {
    console.log(`[${position}] ${step.name} passed in ${seconds} s`);
  }
  return !failure;
}

/**
 * @param {{ commands: string[]; live?: boolean }} step
 * @returns {Promise<{ command: string; how: string; output: string } | undefined>} what went wrong first
 */
async function firstFailure(step) {
  for (const command of step.commands) {
    const { how, output } = await runCommand(command, step.live === true);
    if (how) return { command, how, output };
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {boolean} live
 * @returns {Promise<{ how: string; output: string }>} `how` it failed, empty when it did not
 */
function runCommand(command, live) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      shell: true,
      stdio: live ? "inherit" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, PATH: pathWithBins() },
      timeout: LIMIT_MINUTES * 60_000,
    });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => { output += chunk.toString(); };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", (error) => { resolve({ how: error.message, output }); });
    child.on("close", (code, signal) => {
      resolve({ how: code === 0 ? "" : signal ? `stopped by ${signal}` : `exit code ${code}`, output });
    });
  });
}

/** The commands are those of node_modules, also when the gate is started without npm. */
function pathWithBins() {
  const bins = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));
  return `${bins}${process.platform === "win32" ? ";" : ":"}${process.env["PATH"] ?? ""}`;
}
