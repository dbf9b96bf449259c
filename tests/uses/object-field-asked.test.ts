import { describe, expect, it } from "vitest";
import { idOf } from "./object-report.ts";

/** A teardown that empties the field is seen by whoever asks for the field behind a wait. */
describe("a timer that is set after a wait and a look at its field", () => {
  const arm = "this.#timer = setInterval(tick, 9);";
  const program = (test: string, teardown: string): string => `class Poller {
  #timer;
  start() { void this.#poll(); }
  async #poll(x) { await load(); if (${test}) ${arm} }
  ${teardown}
}`;
  const empty = (value: string): string => `stop() { clearInterval(this.#timer); this.#timer = ${value}; }`;

  it.each([
    ["this.#timer", "undefined"],
    ["this.#timer", "null"],
    ["this.#timer !== undefined", "undefined"],
    ["this.#timer !== null", "null"],
    ["this.#timer != null", "undefined"],
    ["undefined != this.#timer", "null"],
    ["!(this.#timer === undefined)", "undefined"],
    ["this.#timer", "x"],
  ])("is none where `%s` is asked and the teardown writes `%s`", (test, value) => {
    expect(idOf(program(test, empty(value)))).toBeUndefined();
  });

  it.each([
    ["this.#timer !== null", "undefined"],
    ["this.#timer !== undefined", "null"],
    ["this.#timer === undefined", "undefined"],
    ["!this.#timer", "null"],
  ])("is reported where `%s` is asked and the teardown writes `%s`", (test, value) => {
    expect(idOf(program(test, empty(value)))).toBe("objectRearmed");
  });

  it("is reported where the field keeps the id of the one before", () => {
    const teardown = "stop() { clearInterval(this.#timer); }";
    expect(idOf(program("this.#timer !== undefined", teardown))).toBe("objectRearmed");
  });
});
