/**
 * `node bench/cost/no-fallback-watcher.mjs`: what children of a custom context cost, every one cancelled, as a Markdown
 * table. Every row comes from a process of its own.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const CHILDREN = 2_000;
const run = promisify(execFile);
const script = fileURLToPath(new URL("wrapped-children.mjs", import.meta.url));
const imports = new URL("../../examples/goscript-imports.mjs", import.meta.url).href;

console.log(`${CHILDREN.toLocaleString("en")} children of one long-lived parent, each cancelled at once.\n`);
console.log("| library | parent | children still reachable | heap a child | ending the parent takes |");
console.log("|---|---|--:|--:|--:|");
for (const [module, name] of [
  ["@goscript/context/index.js", "`goscript` `context.WithCancel`"],
  ["gontext", "`gontext` `withCancel` (stand-in)"],
]) {
  for (const parent of ["own", "wrapper", "embedded"]) {
    const args = [
      "--no-warnings",
      "--expose-gc",
      "--import",
      imports,
      script,
      String(module),
      parent,
      String(CHILDREN),
    ];
    const { stdout } = await run(process.execPath, args);
    const { reachable, heldBytes, endMs } = JSON.parse(stdout);
    const heap = `${Math.round(heldBytes / CHILDREN).toLocaleString("en")} B`;
    const words = { own: "its own", wrapper: "a class that embeds it", embedded: "the class, `.inner` passed" }[parent];
    console.log(`| ${name} | ${words} | ${reachable.toLocaleString("en")} | ${heap} | ${endMs.toFixed(1)} ms |`);
  }
}
console.log(`\nNode ${process.versions.node}, ${process.platform} ${process.arch}.`);
