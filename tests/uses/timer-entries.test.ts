import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A timer whose id is kept in an entry of a list, beside what settles its promise. */
const rule = "no-leaked-race-timer";

describe("who takes an entry out of a list", () => {
  const program = (takes: string): string => `import { send, stop } from "elsewhere";
export class Client {
  #all = new Map();
  ask(id) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => { this.#all.delete(id); reject(new Error("late")); }, 5000);
      this.#all.set(id, { resolve, reject, timer });
      send(id);
    });
  }
  ${takes}
}`;

  it.each([
    `take(id, x) { const entry = this.#all.get(id); if (x.error) return entry.reject(x.error);
clearTimeout(entry.timer); entry.resolve(x); }`,
    `take(x) { for (const entry of this.#all.values()) entry.reject(x); } end(id) {
const one = this.#all.get(id); clearTimeout(one.timer); one.resolve(); }`,
  ])("must clear before it rejects: `%s`", (takes) => {
    expect(idsOf(program(takes), rule)).toEqual(["rejected"]);
  });

  it.each([
    `take(id, x) { const entry = this.#all.get(id); if (x.value) return entry.resolve(x);
clearTimeout(entry.timer); entry.reject(x); }`,
    `take(id, x) { const entry = this.#all.get(id); if (x.timer) clearTimeout(entry.timer);
entry.resolve(x); }`,
  ])("must clear before it resolves: `%s`", (takes) => {
    expect(idsOf(program(takes), rule)).toEqual(["resolved"]);
  });

  it.each([
    `take(id, x) { const entry = this.#all.get(id); clearTimeout(entry.timer);
if (x.error) return entry.reject(x.error); entry.resolve(x); }`,
    "take(id, x) { const entry = this.#all.get(id); entry.resolve(x); clearTimeout(entry.timer); }",
    "take(id, x) { clearTimeout(this.#all.get(id).timer); this.#all.get(id).resolve(x); }",
    "take(id, x) { send(this.#all.get(id).timer); this.#all.get(id).resolve(x); }",
    "take(id, x) { this.#all.get(id).settle(x); }",
    "take(id, x) { const { timer, ...settlers } = this.#all.get(id); settlers.resolve(x); }",
    "take(id, x) { const { timer: { id: left }, resolve } = this.#all.get(id); clearTimeout(left); resolve(x); }",
    "take(id, x) { const { timer, resolve } = this.#all.get(id); stop(timer); resolve(x); }",
    "take(id, x) { let { resolve } = this.#all.get(id); resolve = stop; resolve(x); }",
    "take(id, x) { let entry; entry = this.#all.get(id); entry = x; entry.resolve(x); }",
    "take(x) { for (const entry of [...this.#all.values(), x]) entry.reject(x); }",
    "take(x) { for (const entry of Array.from(this.#all.values(), send)) entry.reject(x); }",
    "take(id, x) { let entry = this.#all.get(id); entry.resolve(x); entry = null; }",
    `take(id, x) { const entry = this.#all.get(id); if (entry.timer) clearTimeout(entry.timer);
entry.resolve(x); }`,
    "take(id, x) { const entry = this.#all.get(id); if (!entry.timer) entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.get(id); stop(entry.timer); entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.get(id); stop(entry); entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.get(id); this.last = entry; entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.get(id); stop(() => entry.resolve(x)); }",
    "take(id, x) { const entry = this.#all.get(id); stop(entry.resolve); }",
    "take(id, x) { const entry = this.#all.get(id); entry.settle(x); }",
    "take(id, x) { const entry = this.#all.get(id); entry.timer = null; entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.find(id); entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.size; entry.resolve(x); }",
    "take(x) { for (const [entry] of this.#all) entry.resolve(x); }",
    "take(x) { for (const entry of this.#all.values()) { clearTimeout(entry.timer); entry.reject(x); } }",
    `take(x) { for (const entry of this.#all.values()) entry.reject(x); } end(id) {
const one = this.#all.get(id); clearTimeout(one.timer); }`,
    `take(x) { for (const entry of this.#all.values()) entry.reject(x); } end(id) { const { timer }
= this.#all.get(id); clearTimeout(timer); }`,
    "take(x) { for (const entry of this.#all.values()) entry.reject(x); } end(x) { clearTimeout(x.timer); }",
    "take(x) { this.#all.forEach(({ timer, reject }) => { clearTimeout(timer); reject(x); }); }",
    "take(x) { this.#all.forEach(send); }",
    "take(x) { this.#all.filter((entry) => entry.reject(x)); }",
    `take(id, x) { const entry = this.#all.get(id); this.#clear(id); entry.resolve(x); } #clear(id) {
clearTimeout(this.#all.get(id).timer); }`,
    "take(id, x) { const entry = this.#all.get(id); entry.resolve(x); } all() { return this.#all; }",
    "take(id, x) { const entry = this.#all.get(id); entry.resolve(x); } more(id) { this.#all.set(id, {}); }",
    "take(id, x) { const entry = this.#all.get(id); entry.resolve(x); } clear() { send(this.#all); }",
  ])("clears, or is not seen to go on: `%s`", (takes) => {
    expect(idsOf(program(takes), rule)).toEqual([]);
  });

  it.each([
    "take(id, x) { const entry = this.#all.get(id); entry.resolve(x); }",
    "take(id, x) { const entry = this.#all.get(id); if (entry) entry.resolve(x); }",
    "take(id, x) { const entry = this.#all[id]; entry.resolve(x); }",
    "take(id, x) { this.#all.get(id).resolve(x); }",
    "take(id, x) { this.#all.get(id)?.reject(x); }",
    "take(id, x) { this.#all[id].resolve(x); }",
    "take(id, x) { x.then(() => this.#all.get(id).resolve(x)); }",
    "take(id, x) { const { resolve } = this.#all.get(id); resolve(x); }",
    "take(id, x) { const { resolve: settle, timer } = this.#all.get(id); if (timer) settle(x); }",
    "take(x) { const entry = this.#all.shift(); entry.resolve(x); }",
    "take(x) { let entry; while ((entry = this.#all.shift())) entry.resolve(x); }",
    "take(x) { for (const entry of this.#all.values()) entry.resolve(x); }",
    "take(x) { for (const entry of [...this.#all.values()]) entry.resolve(x); }",
    "take(x) { for (const [, { reject }] of Array.from(this.#all)) reject(x); }",
    "take(x) { this.#all.forEach((entry) => entry.reject(x)); }",
    "take(x) { Array.from(this.#all.values()).forEach(({ reject }) => reject(x)); }",
    "take(x) { for (const [, entry] of this.#all) entry.resolve(x); }",
    "take(x) { for (const [, entry] of this.#all.entries()) entry.reject(x); }",
    `take(x) { for (const entry of this.#all.values()) entry.reject(x); } end(id) { const { timer }
= this.#all.get(id); send(timer); }`,
    `take(id, x) { const entry = this.#all.get(id); this.#note(id); entry.resolve(x); } #note(id) {
send(id); }`,
    "take(id, x) { const entry = this.#all.get(id); entry.resolve(x); } clear() { this.#all = new Map(); }",
  ])("must clear: `%s`", (takes) => {
    expect(idsOf(program(takes), rule)).toEqual(["neverReleased"]);
  });
});

describe("an entry of a list", () => {
  const program = (made: string, list: string): string => `import { send, given } from "elsewhere";
${list}
export function ask(id) {
  return new Promise((resolve, reject) => {
    ${made}
    send(id);
  });
}
export function take(id, x) { const entry = all.get(id); entry.resolve(x); }
export const note = (x) => x.reject;`;

  it.each([
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve, reject,
timer });`,
      "const all = new Map();",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "const all = new Map();",
    ],
    [
      `const entry = { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) };
all.set(id, entry);`,
      "const all = new Map();",
    ],
    [
      `const entry = { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) };
entry.id = id; all.set(id, entry);`,
      "const all = new Map();",
    ],
    [
      `let timer; timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve,
reject, timer });`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, {
resolve: (x) => resolve(x), reject, timer });`,
      "const all = new Map();",
    ],
    [
      "const timer = setTimeout(() => reject(new Error('late')), 5000); all[id] = { resolve, reject, timer };",
      "const all = new Map();",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "const all = given.all;",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "const all = new Map(); all.size;",
    ],
  ])("has a timer that nobody clears: `%s` `%s`", (made, list) => {
    expect(idsOf(program(made, list), rule)).toEqual(["neverReleased"]);
  });

  it.each([
    [
      `const entry = { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) };
all.set(id, entry); send(entry);`,
      "const all = new Map();",
    ],
    [
      `let entry = { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) };
all.set(id, entry); entry = 1;`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); send(timer); all.set(id, {
resolve, reject, timer });`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve, reject,
timer }); given.set(id, { timer });`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve, reject,
[id]: timer });`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve, reject,
timer, ...given });`,
      "const all = new Map();",
    ],
    [
      "const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { reject, timer });",
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve: (x) => {
clearTimeout(timer); resolve(x); }, reject, timer });`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.set(id, { resolve: (x) => {
cleanUp(); resolve(x); }, reject, timer });`,
      "const all = new Map();",
    ],
    [
      `const timer = setTimeout(() => reject(new Error('late')), 5000); all.put(id, { resolve, reject,
timer });`,
      "const all = new Map();",
    ],
    [
      "const timer = setTimeout(() => reject(new Error('late')), 5000); all.last = { resolve, reject, timer };",
      "const all = new Map();",
    ],
    [
      "const timer = setTimeout(() => reject(new Error('late')), 5000); set(id, { resolve, reject, timer });",
      "const all = new Map();",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "export const all = new Map();",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "const all = new Map(); send(all);",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "const all = new Map(); all.set(1, given);",
    ],
    [
      "all.set(id, { resolve, reject, timer: setTimeout(() => reject(new Error('late')), 5000) });",
      "import { all } from './all.ts';",
    ],
  ])("is cleared, or not followed: `%s` `%s`", (made, list) => {
    expect(idsOf(program(made, list), rule)).toEqual([]);
  });
});
