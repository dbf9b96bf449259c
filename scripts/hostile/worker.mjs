/**
 * A process that lints one hostile program with every rule, told by its arguments: the plugin, "shape" or "nest", the
 * name, the size or the extension. What comes of it is one line of JSON.
 */
import { lintNest } from "./lint-nest.mjs";
import { lintShape } from "./lint-shape.mjs";
import { loadPlugin } from "../real-code/create-linter.mjs";

const [module = "", kind, name = "", given = ""] = process.argv.slice(2);
process.env["DEBUG"] = "leaks";
const plugin = await loadPlugin(module);
const outcome = kind === "nest" ? lintNest(plugin, name, given) : lintShape(plugin, name, Number(given));
console.log(JSON.stringify(outcome));
