import type { Choices } from "./choices.ts";

interface Decision {
  readonly chosen: number;
  readonly options: number;
}

/** Passes decisions on and writes them down. */
export class RecordedChoice implements Choices {
  readonly decisions: Decision[] = [];
  readonly #choices: Choices;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  choose(options: number): number {
    const chosen = this.#choices.choose(options);
    this.decisions.push({ chosen, options });
    return chosen;
  }
}

/** The decisions of another run. `followed` says whether the program asked for these and no others. */
export class ScriptedChoice implements Choices {
  readonly #script: readonly Decision[];
  #asked = 0;
  #agrees = true;

  constructor(script: readonly Decision[]) {
    this.#script = script;
  }

  choose(options: number): number {
    const decision = this.#script[this.#asked++];
    if (decision?.options === options) return decision.chosen;
    this.#agrees = false;
    return 0;
  }

  get followed(): boolean {
    return this.#agrees && this.#asked === this.#script.length;
  }
}
