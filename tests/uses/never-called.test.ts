import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** What settles a promise, put where another takes its place before anybody calls it. */
const rule = "no-leaked-race-timer";
const timer = "const timer = setTimeout(() => reject(new Error('late')), 5000)";
const ends = "(y) => { clearTimeout(timer); resolve(y); }";

describe("a settler that is put somewhere", () => {
  const program = (lines: string, module: string): string => `import { send, table } from "elsewhere";
${module}
export function ask(x) {
  return new Promise((resolve, reject) => {
    ${lines.replace("TIMER", timer).replace("ENDS", ends)}
    send();
  });
}`;

  it.each([
    ["done = resolve; TIMER; done = ENDS;", "let done;"],
    ["done = resolve; TIMER; done = ENDS; send(done);", "let done;"],
    ["table.done = resolve; TIMER; table.done = ENDS;", ""],
    ["table[x] = resolve; TIMER; table[x] = ENDS;", ""],
    ["table.set(x, resolve); TIMER; table.set(x, ENDS);", ""],
    ['let end = resolve; TIMER; end = ENDS; x.on("end", end);', ""],
    ['let end = resolve; if (x.ms) { TIMER; end = ENDS; } x.on("end", (y) => end(y));', ""],
    ['let end = resolve; TIMER; if (x.ms) end = ENDS; x.on("end", (y) => end(y));', ""],
    ['let end = resolve; TIMER; x.onReady = () => { end = ENDS; }; x.on("end", (y) => end(y));', ""],
    ["const entry = { resolve }; TIMER; entry.resolve = ENDS; table.set(x, entry);", ""],
    ["const entry = { resolve }; if (x.ms) { TIMER; entry.resolve = ENDS; } table.set(x, entry);", ""],
    ["TIMER; all.set(x, { resolve, id: 1 });", "const all = new Map(); export const ids = (x) => all.get(x).id;"],
    [
      "TIMER; all.set(x, { resolve, id: 1 });",
      "const all = new Map(); export const end = (x) => { const { id } = all.get(x); send(id); };",
    ],
    [
      "TIMER; all.set(x, { resolve, id: 1 }); Promise.resolve();",
      "const all = new Map(); export const ids = (x) => all.get(x).id;",
    ],
  ])("is replaced before anybody can call it, or not followed: `%s` `%s`", (lines, module) => {
    expect(idsOf(program(lines, module), rule)).toEqual([]);
  });

  it.each([
    ["done = resolve; TIMER; await send(); done = ENDS;", "let done;"],
    ["done = resolve; TIMER; yield send(); done = ENDS;", "let done;"],
    ["done = resolve; TIMER; other = () => clearTimeout(timer);", "let done, other;"],
    ["done = resolve; TIMER; if (x) done = ENDS;", "let done;"],
    ["TIMER; done = ENDS; done = resolve;", "let done;"],
    ["done = resolve; TIMER; done ??= ENDS;", "let done;"],
    ["table.done = resolve; TIMER; table.other = ENDS;", ""],
    ["table[x] = resolve; TIMER; table[x + 1] = ENDS;", ""],
    ["table.set(x, resolve); TIMER; table.set(1, ENDS);", ""],
    ["table.put(x, resolve); TIMER; table.put(x, ENDS);", ""],
    ["set(x, resolve); TIMER; set(x, ENDS);", ""],
    ["table.set(resolve); TIMER; table.set(ENDS);", ""],
    ["const last = table.set(x, resolve); TIMER; table.set(x, ENDS);", ""],
    ['let end = resolve; x.on("end", end); TIMER; end = ENDS;', ""],
    ["const entry = { resolve }; TIMER; entry.reject = ENDS; table.set(x, entry);", ""],
    ["const entry = { resolve }; TIMER; if (x.ms) entry.resolve = ENDS; table.set(x, entry);", ""],
    ["const entry = { resolve }; TIMER; x.onReady = () => { entry.resolve = ENDS; }; table.set(x, entry);", ""],
  ])("may be called, and leaves the timer: `%s` `%s`", (lines, module) => {
    expect(idsOf(program(lines, module), rule)).toEqual(["resolved"]);
  });

  it.each([
    ["done = resolve; TIMER; done = send;", "let done;"],
    ["done = resolve; TIMER; done = (send as any);", "let done;"],
    ['let end = resolve; TIMER; end = send; x.on("end", end);', ""],
    ["const entry = { resolve }; TIMER; entry.resolve = send; table.set(x, entry);", ""],
    ["const entry = { resolve }; TIMER; send(entry.resolve); table.set(x, entry);", ""],
    [
      "TIMER; all.set(x, { resolve, id: 1 });",
      "const all = new Map(); export const end = (x) => all.get(x).resolve();",
    ],
    [
      "TIMER; all.set(x, { resolve, id: 1 });",
      "const all = new Map(); export const end = (x) => { const { resolve } = all.get(x); resolve(); };",
    ],
    ["TIMER; all.set(x, { resolve, id: 1 });", "const all = new Map(); export const end = () => all;"],
    [
      "TIMER; all.set(x, { resolve, id: 1 });",
      "export const all = new Map(); export const ids = (x) => all.get(x).id;",
    ],
    ["TIMER; all.set(x, { resolve, id: 1 });", "const all = new Map();"],
    ["TIMER; all.set(x, { resolve, ...send });", "const all = new Map(); export const ids = (x) => all.get(x).id;"],
  ])("has a timer beside that nobody clears: `%s` `%s`", (lines, module) => {
    expect(idsOf(program(lines, module), rule)).toEqual(["neverReleased"]);
  });
});
