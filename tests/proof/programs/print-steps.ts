import type { Page, Place } from "./page.ts";
import {
  printAcquire,
  printAlias,
  printCleanup,
  printEscape,
  printForget,
  printRelease,
  printUsing,
  type Printed,
} from "./print-handles.ts";
import { printLoop } from "./print-loop.ts";
import { printScope } from "./print-scope.ts";
import { printTest, printValue } from "./print-value.ts";
import type { Step, Value } from "./recipe.ts";

/** The lines of a list of steps; what one declares is in scope for those after it. */
export function printSteps(page: Page, outer: Place, steps: readonly Step[]): string[] {
  let place = outer;
  return steps.flatMap((step) => {
    const { lines, declares, fills } = printStep(page, place, step);
    if (declares) place = { ...place, handles: [...place.handles, declares] };
    if (fills !== undefined && !page.forgotten.has(fills)) {
      place = { ...place, certain: new Set([...place.certain, fills]) };
    }
    return lines;
  });
}

function printStep(page: Page, place: Place, step: Step): Printed {
  switch (step.kind) {
    case "acquire":
      return printAcquire(page, place, step);
    case "release":
      return printRelease(page, place, step);
    case "escape":
      return printEscape(page, place, step);
    case "forget":
      return printForget(page, step);
    case "alias":
      return printAlias(page, place, step);
    case "cleanup":
      return printCleanup(page, place, step);
    case "using":
      return printUsing(page, place, step);
    case "scope":
      return { lines: printScope(page, place, step, printSteps) };
    default:
      return { lines: printStatement(page, place, step) };
  }
}

type Handling = "acquire" | "release" | "escape" | "forget" | "alias" | "cleanup" | "using" | "scope";
type Plain = Exclude<Step["kind"], Handling>;

function printStatement(page: Page, place: Place, step: Step & { readonly kind: Plain }): string[] {
  const inside = (steps: readonly Step[], changes: Partial<Place> = {}): string[] =>
    printSteps(page, { ...place, ...changes }, steps).map((line) => `  ${line}`);
  switch (step.kind) {
    case "evaluate":
      return [`${printValue(page, place, step.value)};`];
    case "declare":
      return [printDeclaration(page, place, step)];
    case "flag":
      return [`${page.flag(step.flag)} = ${step.flag === 2 ? Number(step.value) : step.value};`];
    case "jump":
      return [printJump(page, place, step)];
    case "if": {
      const otherwise = step.no.length > 0 ? ["} else {", ...inside(step.no)] : [];
      return [`if (${printTest(page, place, step.test)}) {`, ...inside(step.yes), ...otherwise, "}"];
    }
    case "try": {
      const handler = step.handler ?? (step.cleanup ? null : []);
      const caught = handler ? ["} catch {", ...inside(handler)] : [];
      const cleanup = step.cleanup ? ["} finally {", ...inside(step.cleanup)] : [];
      return ["try {", ...inside(step.body), ...caught, ...cleanup, "}"];
    }
    case "loop":
      return printLoop(page, place, step, inside);
    case "switch":
      return printSwitch(page, place, step, inside);
    case "block": {
      const label = step.labelled ? `block${page.next()}` : undefined;
      const targets = label ? [...place.targets, { label, kind: "block" as const }] : place.targets;
      return [label ? `${label}: {` : "{", ...inside(step.body, { targets }), "}"];
    }
    case "callback":
      return printCallback(page, place, step, inside);
    case "class": {
      const within = { async: false, generator: false, targets: [], returns: "never" } as const;
      const value = printValue(page, { ...place, ...within }, step.value);
      const block = ["static {", ...inside(step.body, within), "}"].map((line) => `  ${line}`);
      return [`class Local${page.next()} {`, `  static value = ${value};`, ...block, "}"];
    }
  }
}

/** Prints a step list with changes to what is in scope. */
export type PrintInside = (steps: readonly Step[], changes?: Partial<Place>) => string[];

function printDeclaration(page: Page, place: Place, { form, value }: Step & { readonly kind: "declare" }): string {
  const [name, text] = [`value${page.next()}`, printValue(page, place, value)];
  return [
    `const { x: ${name} = ${text} } = box;`,
    `const [${name} = ${text}] = items(${page.next()});`,
    `let ${name} = ${text};`,
  ][form] ?? `const ${name} = ${text};`;
}

/** Half of the jumps are conditional: what follows an unconditional one is dead. */
function printJump(page: Page, place: Place, { form, to, value }: Step & { readonly kind: "jump" }): string {
  const jump = printBareJump(page, place, form % 6, to, value);
  return form < 6 && place.returns !== "executor" ? jump : `if (q(${page.next()})) ${jump}`;
}

function printBareJump(page: Page, place: Place, form: number, to: number, value: Value): string {
  const innermost = place.targets.at(-1);
  const loops = place.targets.filter(({ kind }) => kind === "loop");
  if (form === 0 && innermost && (innermost.label === undefined || innermost.kind !== "block")) return "break;";
  if (form <= 1 && loops.length > 0) {
    const label = loops[to % loops.length]!.label;
    return label ? `continue ${label};` : "continue;";
  }
  const labels = place.targets.flatMap(({ label }) => label ?? []);
  if (form <= 2 && labels.length > 0) return `break ${labels[to % labels.length]};`;
  const returns = place.returns === "function" || place.returns === "callback";
  if (form === 3 || !returns) return `throw new Error("${page.next()}");`;
  return to % 3 === 0 ? "return;" : `return ${printValue(page, place, value)};`;
}

function printSwitch(
  page: Page,
  place: Place,
  { on, cases }: Step & { readonly kind: "switch" },
  inside: PrintInside,
): string[] {
  const targets = [...place.targets, { label: undefined, kind: "switch" as const }];
  const discriminant = ["mode", "mode", `pick(${page.next()})`][on % 3]!;
  const arms = cases.flatMap(({ value, body, breaks }, i) => {
    // A second arm of the same value would never be entered.
    const isFirst = cases.findIndex((other) => other.value === value) === i;
    const test = !isFirst ? `case one(${page.next()})` : value === 2 ? "default" : `case ${value}`;
    return [`${test}: {`, ...inside(body, { targets }), ...(breaks ? ["  break;"] : []), "}"];
  });
  return [`switch (${discriminant}) {`, ...arms.map((line) => `  ${line}`), "}"];
}

/** A function that runs now, and so belongs to the graph of the function around it. */
function printCallback(
  page: Page,
  place: Place,
  { form, body }: Step & { readonly kind: "callback" },
  inside: PrintInside,
): string[] {
  const within = { generator: false, targets: [], returns: "callback" } as const;
  if (form % 4 === 0 && place.async) return ["await (async () => {", ...inside(body, within), "})();"];
  if (form % 4 === 3) return printExecutor(place, inside(body, { ...within, async: false, returns: "executor" }));
  const lines = inside(body, { ...within, async: false });
  if (form % 4 === 1) return [`items(${page.next()}).forEach((item) => {`, ...lines, "});"];
  return ["(() => {", ...lines, "})();"];
}

function printExecutor({ async }: Place, lines: readonly string[]): string[] {
  const executor = [...lines, "  resolve(1);"];
  return async
    ? ["await new Promise((resolve) => {", ...executor, "});"]
    : ["new Promise((resolve) => {", ...executor, "}).catch(() => {});"];
}
