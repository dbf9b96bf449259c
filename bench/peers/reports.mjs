/** Counts what each rule reports, so that it is seen that it ran. */
export class Reports {
  /** @type {Map<string, number>} */
  #counts = new Map();

  /** @param {string | null} rule */
  add(rule) {
    if (rule) this.#counts.set(rule, this.of([rule]) + 1);
  }

  /** @param {readonly string[]} rules */
  of(rules) {
    return rules.reduce((sum, rule) => sum + (this.#counts.get(rule) ?? 0), 0);
  }
}
