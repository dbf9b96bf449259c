/**
 * Runs in a process of its own: `node run-programs.js <program> …`. Runs each program under every combination of what
 * can happen in its world, one after the other, and prints as JSON what it did.
 */
import { inspect } from "node:util";
import { pathToFileURL } from "node:url";
import { countAll, countHeld } from "../../../scripts/demo/held.mjs";
import { EveryChoice } from "../../proof/run/choices.ts";
import type { Behaviour, Execution } from "./behaviour.ts";
import { World } from "./world.ts";

const MAX_PATHS = 300;
const PATIENCE_MS = 500;

const rejections: string[] = [];
process.on("unhandledRejection", (reason) => rejections.push(String(reason)));

const all: Record<string, Execution> = {};
for (const program of process.argv.slice(2)) all[program] = await runProgram(program);
process.stdout.write(JSON.stringify(all), () => process.exit());

async function runProgram(program: string): Promise<Execution> {
  try {
    const { run } = (await import(pathToFileURL(program).href)) as { run: (world: World) => unknown };
    return { behaviours: await runEveryPath(run) };
  } catch (error) {
    return { behaviours: [], failure: String(error) };
  }
}

async function runEveryPath(run: (world: World) => unknown): Promise<Behaviour[]> {
  const every = new EveryChoice();
  const behaviours: Behaviour[] = [];
  do {
    if (behaviours.length === MAX_PATHS) throw new Error(`more than ${MAX_PATHS} paths`);
    behaviours.push(await runOnce(run, new World(every)));
  } while (every.next());
  return behaviours;
}

async function runOnce(run: (world: World) => unknown, world: World): Promise<Behaviour> {
  rejections.length = 0;
  const before = timers();
  const outcome = await Promise.race([settle(run, world), patience()]);
  await world.idle();
  // What the last release has set in motion; a rejection counts as unhandled one turn later.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  const links = world.longLived.reduce<number>((sum, each) => sum + countAll({ ...countHeld(each), timers: 0 }), 0);
  const held = links + world.waiting + timers() - before;
  return { path: world.path.join(", "), outcome, log: world.log, rejections: [...rejections], held };
}

async function settle(run: (world: World) => unknown, world: World): Promise<string> {
  try {
    return `gives ${inspect(await run(world), { depth: 3 })}`;
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

function patience(): Promise<string> {
  return new Promise((resolve) => void setTimeout(() => resolve("never ends"), PATIENCE_MS).unref());
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
}
