import { acquireOf } from "./all-steps.ts";
import type { Page, Place } from "./page.ts";
import { printAcquire, slotHandle } from "./print-handles.ts";
import { printTest } from "./print-value.ts";
import type { Step } from "./recipe.ts";

/** An acquire and its release around some steps, right in most forms as long as these do nothing to disturb it. */
export function printScope(
  page: Page,
  outer: Place,
  step: Step & { readonly kind: "scope" },
  printSteps: (page: Page, place: Place, steps: readonly Step[]) => string[],
): string[] {
  const { form, which, body } = step;
  const acquire = acquireOf(step);
  const { lines: acquired, declares } = printAcquire(page, outer, acquire);
  const handle = declares ?? slotHandle(acquire.slot);
  const place: Place = { ...outer, handles: [...outer.handles, handle] };
  const { callee } = handle;
  const test = printTest(page, outer, { kind: "constant", which });
  const inside = printSteps(page, place, body).map((line) => `  ${line}`);
  const flag = (): string => page.flag(which % 2);
  switch (form % 6) {
    case 0:
      return [`if (${test}) {`, `  ${acquired[0]}`, "}", "try {", ...inside, "} finally {", `  ${callee}?.();`, "}"];
    case 1:
      return [`if (${test}) ${acquired[0]}`, "{", ...inside, "}", `if (${test} && ${callee}) ${callee}();`];
    case 2:
      return [...acquired, "try {", ...inside, "} finally {", `  ${callee}();`, "}"];
    case 3: {
      const released = [`  ${callee}();`, `  ${flag()} = true;`];
      const start = [...acquired, `${flag()} = false;`];
      return [...start, "try {", ...inside, ...released, "} finally {", `  if (!${flag()}) ${callee}();`, "}"];
    }
    case 4: {
      const caught = ["} catch (error) {", `  ${callee}();`, "  throw error;", "}"];
      return [...acquired, "try {", ...inside, ...caught, `${callee}();`];
    }
    default:
      return [...acquired, `if (${test}) {`, ...inside, "}", `if (!${test}) ${callee}();`, `else ${callee}?.();`];
  }
}
