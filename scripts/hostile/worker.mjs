/**
 * A process that lints one hostile program with every rule, told by its arguments: the plugin, "shape" or "nest", the
 * name, the size or the extension, and for a nest how deep, if that is known. What comes of it is one line of JSON.
 */
import { lintNest } from "./lint-nest.mjs";
import { lintShape } from "./lint-shape.mjs";
import { loadPlugin } from "../real-code/create-linter.mjs";

const [module = "", kind, name = "", given = "", depth] = process.argv.slice(2);
process.env["DEBUG"] = "leaks";
const plugin = await loadPlugin(module);
const outcome =
  kind === "nest"
    ? lintNest(plugin, name, { extension: given, depth: depth ? Number(depth) : undefined })
    : lintShape(plugin, name, Number(given));
console.log(JSON.stringify(outcome));
