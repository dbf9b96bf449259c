import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";
import { withWaits } from "./with-waits.ts";

/** A listener on the signal of a controller in a field: how long that is there, and how often a promise adds one. */
const rule = "no-leaked-abort-listener";

describe("a signal in a field", () => {
  const program = (members: string): string =>
    withWaits(`import { x } from "elsewhere";
export class Poller {
  #own = new AbortController();
  #other = new AbortController();
  close() { this.#own.abort(); }
  ${members}
}`);

  it.each([
    "async run() { while (x.more) { WAIT(this.#own.signal) } }",
    "async run() { while (x.more) { await this.#step(); } } async #step() { WAIT(this.#own.signal) }",
    "async run() { this.#own = new AbortController(); while (x.more) { WAIT(this.#own.signal) } }",
    "async run() { while (x.more) { this.#other = new AbortController(); WAIT(this.#own.signal) } }",
    `async run() { this.#renew(); while (x.more) { WAIT(this.#own.signal) } } #renew() {
this.#own = new AbortController(); }`,
    "async run() { while (x.more) { x.last = this.#own; WAIT(this.#own.signal) } }",
    "async run() { while (x.more) { const { signal } = this.#own; WAIT(signal) } }",
  ])("is older than the turn: `%s`", (members) => {
    expect(idsOf(program(members), rule)).toEqual(["settled"]);
  });

  it.each([
    "async run() { WAIT(this.#own.signal) }",
    "async run() { await this.#step(); } async #step() { WAIT(this.#own.signal) }",
    "async run() { WAIT(this.#own.signal) } stop() { this.#own.abort(); this.#own = new AbortController(); }",
    "async run() { WAIT(this.#own.signal) } drop() { this.#own = undefined; }",
    "async run() { WAIT(this.#own.signal) } drop() { this.#own = null; }",
    "async run() { const { signal } = x; const own = this.#own.signal; WAIT(own) }",
  ])("is there for all that the object does: `%s`", (members) => {
    expect(idsOf(program(members), rule)).toEqual(["settled"]);
  });

  it.each([
    "constructor() { WAIT(this.#own.signal) }",
    "async run() { this.#own = new AbortController(); WAIT(this.#own.signal) }",
    "async run() { WAIT(this.#own.signal) } begin() { this.#own = new AbortController(); this.run(); }",
    "async run() { WAIT(this.#own.signal) } async begin() { this.#own = new AbortController(); await x; }",
    "async run() { WAIT(this.#own.signal) } take(own) { this.#own = own; }",
    `async run() { WAIT(this.#own.signal) } async begin() { this.#renew(); } #renew() {
this.#own = new AbortController(); }`,
    "async run() { WAIT(this.other.signal) }",
    "async run() { while (x.more) { this.#own = new AbortController(); WAIT(this.#own.signal) } }",
    `async run() { while (x.more) { this.#renew(); WAIT(this.#own.signal) } } #renew() {
this.#own = new AbortController(); }`,
    `async run() { while (x.more) { await this.#step(); } } async #step() {
this.#own = new AbortController(); WAIT(this.#own.signal) }`,
    `async run() { while (x.more) { this.#own = new AbortController(); await this.#step(); } }
async #step() { WAIT(this.#own.signal) }`,
  ])("is as young as the turn, or there is none: `%s`", (members) => {
    expect(idsOf(program(members), rule)).toEqual([]);
  });
});
