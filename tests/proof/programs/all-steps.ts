import type { Acquire, Step } from "./recipe.ts";

/** The step lists directly inside a step. */
export function listsOf(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case "if":
      return [step.yes, step.no];
    case "try":
      return [step.body, step.handler ?? [], step.cleanup ?? []];
    case "switch":
      return step.cases.map(({ body }) => body);
    case "loop":
    case "block":
    case "callback":
    case "class":
    case "scope":
      return [step.body];
    default:
      return [];
  }
}

/** These steps and all inside them. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...listsOf(step).flatMap(allSteps)]);
}

/** The acquires among these steps and inside them. */
export function allAcquires(steps: readonly Step[]): Acquire[] {
  return allSteps(steps).flatMap((step) => {
    if (step.kind === "acquire") return step;
    return step.kind === "scope" ? acquireOf(step) : [];
  });
}

/** Under a condition a scope acquires into a variable outside of that, otherwise into a constant of its own. */
export function acquireOf({ form, acquire }: Step & { readonly kind: "scope" }): Acquire {
  return { ...acquire, form: form % 6 < 2 ? 4 + (acquire.form % 4) : acquire.form % 4 };
}
