import { EveryChoice, RandomChoice } from "./choices.ts";
import type { Program, Run } from "./run.ts";
import type { Limits } from "./world.ts";

export interface Budget extends Limits {
  /** Up to how many runs in order, and how many more at random when those were not all. */
  readonly runs: number;
  readonly random: number;
}

/** How much of a program's behaviour its runs have shown. */
export interface Explored {
  readonly runs: number;
  /** Every combination of decisions was run, within the limits. */
  readonly exhausted: boolean;
}

/** Runs a program under every combination of decisions, or as many as the budget allows. */
export async function explore(program: Program, budget: Budget, visit: (run: Run) => void): Promise<Explored> {
  const every = new EveryChoice();
  let runs = 0;
  let more = true;
  while (more && runs < budget.runs) {
    visit(await program.run(every, budget));
    runs++;
    more = every.next();
  }
  if (!more) return { runs, exhausted: true };
  for (let i = 0; i < budget.random; i++) visit(await program.run(new RandomChoice(i + 1), budget));
  return { runs: runs + budget.random, exhausted: false };
}
