/**
 * Runs in a process of its own, with --expose-gc: `node wrapped-children.mjs <module> <own|wrapper|embedded>
 * <children>`. Derives the children of one long-lived parent, cancels each, and prints what is held and how long its
 * end takes.
 */
import { setImmediate as turn } from "node:timers/promises";
import { classText } from "../../tests/consequences/count/forms.mjs";
import { openPorts } from "../../tests/consequences/count/ports.mjs";

const [module = "", form = "", count = ""] = process.argv.slice(2);
const port = (await openPorts()).find((each) => each.module === module);
if (port === undefined) throw new Error(`unknown library "${module}"`);

// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is from forms.mjs
const wrap = new Function("ctx", `${classText(port)}\nreturn new Own(ctx);`);
const { ctx, cancel } = port.derive(undefined);
const parent = form === "own" ? ctx : form === "wrapper" ? wrap(ctx) : wrap(ctx).inner;
await settle();
const heapBefore = process.memoryUsage().heapUsed;
const children = derive(port, Number(count));
await settle();
const heldBytes = process.memoryUsage().heapUsed - heapBefore;
const reachable = children.filter((child) => child.deref() !== undefined).length;
const started = performance.now();
cancel();
await turn();
console.log(JSON.stringify({ reachable, heldBytes, endMs: performance.now() - started }));

/**
 * A function of its own, so that no local variable keeps a child reachable.
 *
 * @param {import("../../tests/consequences/count/ports.mjs").Port} library
 * @param {number} length
 */
function derive(library, length) {
  return Array.from({ length }, () => {
    const child = library.derive(parent);
    child.cancel();
    return new WeakRef(child.ctx);
  });
}

/** A WeakRef is only cleared between turns of the event loop. */
async function settle() {
  for (let round = 0; round < 5; round++) {
    await turn();
    globalThis.gc?.();
  }
}
