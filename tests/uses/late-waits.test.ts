import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A wait that is over by itself, in a race: a timer that goes on, or work. */
const rule = "no-leaked-race-timer";

describe("a wait that loses a race", () => {
  const program = (lines: string, racer: string): string => `import { setTimeout as sleep } from "node:timers/promises";
import { TimeoutError, err, log, more, work } from "elsewhere";
${lines}
export const run = async () => await Promise.race([work(), ${racer}]);`;

  it.each([
    ["async function late() { await sleep(5000); throw new Error('late'); }", "late()"],
    ["async function late() { await sleep(5000); }", "late()"],
    ["async function late() { return await sleep(5000); }", "late()"],
    ["const late = async () => await sleep(5000);", "late()"],
    ["const late = async () => { await sleep(5000); return 'late'; };", "late()"],
    ["const late = async () => { await sleep(5000); return new TimeoutError(); };", "late()"],
    ["const late = async () => { await sleep(5000); return err('late'); };", "late()"],
    ["const late = async () => { await more(); await sleep(5000); return err('late'); };", "late()"],
    ["const late = async () => { await sleep(5000); await more(); throw new Error(); };", "late()"],
    ["const late = async () => { console.log('on'); await sleep(5000); console.log('off'); };", "late()"],
    ["const late = async () => { await sleep(5000); if (more) throw new Error(); };", "late()"],
    ["const late = async () => { await sleep(5000); if (more) { log(); throw new Error(); } };", "late()"],
    ["const late = async () => { await sleep(5000); { throw new Error(); } };", "late()"],
    ["const lockTimeout = async () => { await sleep(5000); await more(); return 1; };", "lockTimeout()"],
    ["", "new Promise(async (_, reject) => { await sleep(5000); reject(new Error()); })"],
    ["", "new Promise((_, reject) => { sleep(5000).then(() => reject(new Error())); })"],
    ["", "new Promise((_, reject) => { sleep(5000).then(reject); })"],
    ["", "sleep(5000).then(() => { throw new Error(); })"],
  ])("is a timer that goes on: `%s` `%s`", (lines, racer) => {
    expect(idsOf(program(lines, racer), rule)).toEqual(["sleep"]);
  });

  it.each([
    ["const late = async () => { await sleep(5000); return more(); };", "late()"],
    ["const late = async () => { await sleep(5000); await more(); return 1; };", "late()"],
    ["const late = async () => { while (more()) await sleep(5000); throw new Error(); };", "late()"],
    ["const late = async () => { if (more()) await sleep(5000); throw new Error(); };", "late()"],
    ["const late = async () => { more(); await sleep(5000); };", "late()"],
    ["const late = async () => { await sleep(5000); if (more) throw new Error(); else log(); };", "late()"],
    ["const late = async () => { await sleep(5000); if (more) log(); };", "late()"],
    ["const loadWithTimeout = async () => { await sleep(5000); await more(); return 1; };", "loadWithTimeout()"],
    ["const late = async () => { await sleep(5000); let isOver = true, n = more(); };", "late()"],
    ["", "new Promise(async (_, reject) => { await sleep(5000); more(); })"],
    ["", "new Promise((_, reject) => { sleep(5000).then(more); })"],
    ["", "new Promise((_, reject) => { sleep(5000).then(() => more()); })"],
  ])("is none, or is meant to be first: `%s` `%s`", (lines, racer) => {
    expect(idsOf(program(lines, racer), rule)).toEqual([]);
  });
});
