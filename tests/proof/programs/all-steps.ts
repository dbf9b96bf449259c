import type { Step } from "./recipe.ts";

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
      return [step.body];
    default:
      return [];
  }
}

/** These steps and all inside them. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...listsOf(step).flatMap(allSteps)]);
}
