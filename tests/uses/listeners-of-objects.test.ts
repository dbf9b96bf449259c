import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A listener of an object, and how long it stays: which other ways end the object, or the piece of its work. */
const rule = "no-leaked-abort-listener";

describe("an object that passes an abort on to a controller of its own", () => {
  const program = (members: string, begin: string): string => `import { work, Base } from "elsewhere";
export class Task ${begin} {
  ${members}
}`;

  it.each([
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { this.#own?.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { this.#end(); } #end() {
this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel = () => this.#own.abort();`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } _cancel() { this.#own.abort(); }
run() { this._cancel(); }`,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort',
() => this.cancel()); } cancel() { this.#own.abort(); } get signal() { return this.#own.signal; }`,
      "",
    ],
    [
      "constructor(signal) { super(); signal.addEventListener('abort', () => this.abort()); }",
      "extends AbortController",
    ],
  ])("may be ended otherwise too: `%s` `%s`", (members, begin) => {
    expect(idsOf(program(members, begin), rule)).toEqual(["unreached"]);
  });

  it.each([
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { this.#a(); } #a() {
this.#b(); } #b() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } #cancel() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } private cancel() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } protected cancel() {
this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } _cancel() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } static cancel(task) {
task.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() {
this.#own.signal.throwIfAborted(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { abort(this.#own); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { work(this.#own.abort); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } get cancelled() { this.#own.abort();
return true; }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() {
work(() => this.#own.abort()); }`,
      "",
    ],
    [
      `#own = work(); constructor(signal) { signal.addEventListener('abort', () => this.#own.abort()); }
cancel() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own; constructor(signal) { signal.addEventListener('abort', () => this.#own.abort()); } cancel() {
this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort',
() => this.#own.abort()); } cancel() { this.#own.abort(); this.#own = new AbortController(); }`,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort', this.cancel);
} cancel = () => this.#own.abort(); get signal() { return this.#own.signal; }`,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort',
() => this.cancel()); } cancel() { this.#own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort',
() => this.cancel()); } cancel() { this.#own.abort(); } get signal() { return this.#own; }`,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort',
() => this.cancel()); } cancel() { this.#own.abort(); } run() { work(this.#own.signal); }`,
      "",
    ],
    [
      "constructor(signal) { super(); signal.addEventListener('abort', () => super.abort()); }",
      "extends AbortController",
    ],
    ["constructor(signal) { super(); signal.addEventListener('abort', () => work(this)); }", "extends AbortController"],
    [
      "constructor(signal) { super(); signal.addEventListener('abort', () => this.other.abort()); }",
      "extends AbortController",
    ],
    ["constructor(signal) { super(); signal.addEventListener('abort', () => this.abort()); }", "extends Base"],
    [
      "constructor(signal) { super(); signal.addEventListener('abort', () => this.abort()); }",
      "extends Base.AbortController",
    ],
  ])("ends by the abort alone, as far as is known: `%s` `%s`", (members, begin) => {
    expect(idsOf(program(members, begin), rule)).toEqual([]);
  });

  it.each([
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel() { this.#other.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } cancel(task) { task.own.abort(); }`,
      "",
    ],
    [
      `#own = new AbortController(); #other = new AbortController(); constructor(signal) {
signal.addEventListener('abort', () => this.#own.abort()); } `,
      "",
    ],
    [
      `#own = new AbortController(); constructor(signal) { signal.addEventListener('abort', this.cancel);
} cancel = () => this.#own.abort();`,
      "",
    ],
  ])("has a controller that nobody hears: `%s` `%s`", (members, begin) => {
    expect(idsOf(program(members, begin), rule)).toEqual(["discarded"]);
  });
});

describe("a class of which another is derived", () => {
  const program = (more: string): string => `import { work } from "elsewhere";
class Task {
  own = new AbortController();
  constructor(signal) { signal.addEventListener("abort", () => this.own.abort()); }
}
${more}`;

  it.each([
    "export class Job extends Task { cancel() { this.own.abort(); } }",
    `export class Job extends Task { _cancel() { this.own.abort(); } }
export const stop = (job) => job._cancel();`,
  ])("may be ended by that one's method: `%s`", (more) => {
    expect(idsOf(program(more), rule)).toEqual(["unreached"]);
  });

  it.each([
    "export class Job extends Other { cancel() { this.own.abort(); } }",
    "export class Job extends Task { cancel() { work(); } }",
    "export class Job extends Task { get cancelled() { this.own.abort(); return true; } }",
    "export class Job { task = Task; cancel() { this.own.abort(); } }",
    "export class Job extends Task { _cancel() { this.own.abort(); } }",
  ])("is not ended by it: `%s`", (more) => {
    expect(idsOf(program(more), rule)).toEqual([]);
  });
});
