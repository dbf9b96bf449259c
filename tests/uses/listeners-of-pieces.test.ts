import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A listener on a signal that an object is made with, and on one that it is given for a piece of its work. */
const rule = "no-leaked-abort-listener";

describe("a signal that an object is made with", () => {
  const program = (constructs: string, members: string): string => `import { work, element } from "elsewhere";
export class Panel {
  constructor(${constructs} }
  ${members}
}`;

  it.each([
    ["signal) { signal.addEventListener('abort', () => this.flush());", "close() { work(); }"],
    ["signal) { work({ other: signal }); signal.addEventListener('abort', () => this.flush());", "close() { work(); }"],
    [
      "signal) { work({ list: [signal] }); signal.addEventListener('abort', () => this.flush());",
      "close() { work(); }",
    ],
    ["signal) { work(signal.reason); signal.addEventListener('abort', () => this.flush());", "close() { work(); }"],
    [
      "signal) { this.signal = signal; signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { work('click', { signal: this.signal }); }",
    ],
    [
      "signal) { this.signal = signal; signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { work(this.signal); }",
    ],
    [
      "signal) { this.other = work(signal.reason); signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.other }); }",
    ],
    [
      "signal) { signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.signal }); }",
    ],
    [
      "private signal, other) { this.signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run(given) { element.addEventListener('click', work, { signal: given.signal }); }",
    ],
    [
      "private signal) { signal.addEventListener('abort', () => this.flush());",
      `close() { work(); } } export class Other { run() { element.addEventListener('click', work, {
signal: this.signal }); }`,
    ],
    [
      "signal) { element.signal = signal; signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.signal }); }",
    ],
  ])("does not end the object by itself: `%s` `%s`", (constructs, members) => {
    expect(idsOf(program(constructs, members), rule)).toEqual(["unreached"]);
  });

  it.each([
    ["signal) { work(signal); signal.addEventListener('abort', () => this.flush());", "close() { work(); }"],
    ["signal) { work({ signal }); signal.addEventListener('abort', () => this.flush());", "close() { work(); }"],
    [
      `signal) { element.addEventListener('click', work, { signal }); signal.addEventListener('abort',
() => this.flush());`,
      "close() { work(); }",
    ],
    [
      "signal) { this.signal = signal; signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.signal }); }",
    ],
    [
      "signal) { this.signal = signal; work(this.signal); signal.addEventListener('abort', () => this.flush());",
      "close() { work(); }",
    ],
    [
      "signal) { this.#signal = signal; signal.addEventListener('abort', () => this.flush());",
      `#signal; close() { work(); } run() { element.addEventListener('click', work, {
signal: this.#signal }); }`,
    ],
    [
      "signal) { this.signal = signal ?? null; signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.signal }); }",
    ],
    [
      "private signal) { signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.signal }); }",
    ],
    [
      "private signal) { this.signal.addEventListener('abort', () => this.flush());",
      "close() { work(); } run() { element.addEventListener('click', work, { signal: this.signal }); }",
    ],
  ])("ends the object: `%s` `%s`", (constructs, members) => {
    expect(idsOf(program(constructs, members), rule)).toEqual([]);
  });
});

describe("a method that is given a signal for one piece of the work", () => {
  const program = (method: string, members: string): string => `import { work } from "elsewhere";
export class Pieces {
  #all = new Map();
  ${method}
  ${members}
}`;

  it.each([
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.remove(id)); }",
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.#remove(id)); }",
      "#remove(id) { this.#all.delete(id); } drop(id) { this.#remove(id); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this._remove(id)); }",
      "_remove(id) { this.#all.delete(id); } drop(id) { this._remove(id); }",
    ],
    [
      `add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort',
() => this.unlisten(id)); }`,
      "unlisten(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { this[id] = work(); signal.addEventListener('abort', () => this.remove(id)); }",
      "remove(id) { delete this[id]; }",
    ],
    [
      `add(signal) { const id = work(); this.last = id; signal.addEventListener('abort',
() => this.remove(id)); }`,
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      `add(signal) { const id = work(); this.#all.set(id, 1); signal.addEventListener('abort',
() => this.remove(id)); return id; }`,
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      `add(id, signal) { this.#all.set(id, work()); const end = () => this.remove(id);
signal.addEventListener('abort', () => end()); }`,
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      `async add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort',
() => this.remove(id)); await new Promise((resolve) => signal.addEventListener('abort', resolve)); }`,
      "remove(id) { this.#all.delete(id); }",
    ],
  ])("leaves its listener where the piece ends otherwise: `%s` `%s`", (method, members) => {
    expect(idsOf(program(method, members), rule)).toEqual(["unreached"]);
  });

  it.each([
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.#remove(id)); }",
      "#remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.remove(id)); }",
      "remove(id) { this.#all.delete(id); } end(signal, f) { signal.removeEventListener('abort', f); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this._remove(id)); }",
      "_remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.runAll(id)); }",
      "runAll(id) { this.#all.get(id).run(); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.remove()); }",
      "remove() { this.#all.clear(); }",
    ],
    [
      `add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort',
() => this.remove(work)); }`,
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { this.#all.get(id).run(); signal.addEventListener('abort', () => this.remove(id)); }",
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { work(id); signal.addEventListener('abort', () => this.remove(id)); }",
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      `add(signal) { const id = work(); work.last = id; signal.addEventListener('abort',
() => this.remove(id)); }`,
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      `add(signal) { const id = work(); this.#all.set(id, 1); signal.addEventListener('abort',
() => this.remove(id)); return () => work(); }`,
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id, signal) { this.#all.set(id, work()); signal.addEventListener('abort', () => this.add(id)); }",
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      "add(id) { this.#all.set(id, work()); this.signal.addEventListener('abort', () => this.remove(id)); }",
      "remove(id) { this.#all.delete(id); }",
    ],
    [
      `get all() { const id = work(); this.#all.set(id, 1); work.signal.addEventListener('abort',
() => this.remove(id)); return id; }`,
      "remove(id) { this.#all.delete(id); }",
    ],
  ])("has its listener for all that is known: `%s` `%s`", (method, members) => {
    expect(idsOf(program(method, members), rule)).toEqual([]);
  });
});
