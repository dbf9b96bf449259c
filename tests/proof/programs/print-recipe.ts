import { allAcquires, allSteps } from "./all-steps.ts";
import { Page, type Place } from "./page.ts";
import { fillsSlot, slotHandle } from "./print-handles.ts";
import { printSteps } from "./print-steps.ts";
import type { Recipe } from "./recipe.ts";

/** The functions of the world (world.ts) that programs may call. */
export const WORLD: readonly string[] = (
  "a b tick q more one pick items table stream resource resources maybe maybeBox " +
  "use keep box fresh list tag Thing setting late"
).split(" ");

/** The program as text: imports, what the function uses of the module, and the function `f`. */
export function printRecipe(recipe: Recipe): string {
  const steps = allSteps(recipe.body);
  const slots = new Set(allAcquires(recipe.body).filter(fillsSlot).map(({ slot }) => slot));
  const forgotten = new Set(steps.flatMap((step) => (step.kind === "forget" ? [step.slot] : [])));
  const page = new Page(slots, forgotten, recipe.busy);
  const isAsync = recipe.form === "async" || recipe.form === "asyncGenerator";
  const isGenerator = recipe.form === "generator" || recipe.form === "asyncGenerator";
  const place: Place = {
    handles: [...slots].map(slotHandle),
    certain: new Set(),
    targets: [],
    async: isAsync,
    generator: isGenerator,
    returns: "function",
  };
  const body = printSteps(page, place, recipe.body);
  const declarations = [
    ...[...page.slots].sort().map((slot) => `let context0${slot}, cancel0${slot};`),
    ...[...page.flags].sort().map((flag) => `let ${flag} = ${flag === "phase" ? 0 : false};`),
    ...(page.usesSink ? ["let sink;"] : []),
  ];
  const fn = printFunction([...declarations, ...body], { isAsync, isGenerator, spelling: recipe.spelling });
  const text = fn.join("\n");
  const used = WORLD.filter((name) => new RegExp(`(?<![.\\w])${name}\\b`).test(text));
  return [
    ...(/withCancel|derive/.test(text) ? [`import { withCancel } from "gontext";`] : []),
    ...(text.includes("withTimeout") ? [`import { withTimeout } from "@loke/context";`] : []),
    `import { ${used.join(", ")} } from "./world.js";`,
    "",
    ...(/\bc3\b/.test(text) ? [`const c3 = setting("c3");`] : []),
    ...(text.includes("derive(") ? [`const derive = (from) => withCancel(from);`] : []),
    ...fn,
    "",
  ].join("\n");
}

interface Head {
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly spelling: number;
}

function printFunction(body: readonly string[], { isAsync, isGenerator, spelling }: Head): string[] {
  const parameters = "(parent, c0, c1, opts, mode)";
  const [prefix, star] = [isAsync ? "async " : "", isGenerator ? "*" : ""];
  if (spelling === 0) {
    const method = [`  ${prefix}${star}f${parameters} {`, ...body.map((line) => `    ${line}`), "  }"];
    return ["export class Service {", ...method, "}"];
  }
  const indented = body.map((line) => `  ${line}`);
  return spelling === 1 && !isGenerator
    ? [`export const f = ${prefix}${parameters} => {`, ...indented, "};"]
    : [`export ${prefix}function${star} f${parameters} {`, ...indented, "}"];
}
