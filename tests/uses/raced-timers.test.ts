import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-race-timer";

describe("a promise of a timer", () => {
  const program = (lines: string): string => `export async function run(x, ms, $) {
  let other;
  const late = new Promise((_, reject) => setTimeout(reject, ms));
  ${lines}
}`;

  it.each([
    "await Promise.race([x(), late]);",
    "await Promise.any([x(), late]);",
    "await Promise.race([x(), late!]);",
    "await Promise.race([x(), late.then(x)]);",
    "await Promise.race([x(), late.catch(x).finally(x)]);",
    "await Promise.race([x(), Promise.resolve(late)]);",
    "await Promise.race([x(), x ? late : x()]);",
    "await Promise.race([x(), late ?? x()]);",
    "await Promise.race([x(), x && late]);",
    "const same = late; await Promise.race([x(), same]);",
    "const list = [x(), late]; await Promise.race(list);",
    "const list = []; list.push(late, x()); await Promise.race(list);",
    "const list = [late]; await Promise.race([x(), ...list]);",
    "other = late; await Promise.race([x(), other]);",
    "await Promise.race([x(), (other = late)]);",
    "const make = () => late; await Promise.race([x(), make()]);",
    "const make = () => { return late; }; await Promise.race([x(), make()]);",
    "function make() { return x ? late : x; } await Promise.race([x(), make()]);",
    "const make = async () => await late; await Promise.race([x(), make()]);",
    "const make = async () => { await late; throw new Error('late'); }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; }; await Promise.race([x(), make()]);",
    "const make = async () => { return await late; }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; return x.value; }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; return; }; await Promise.race([x(), make()]);",
    "await Promise.race([x(), (() => late)()]);",
    "const out = async () => { await Promise.race([x(), late]); }; await out();",
    "await $.selectStatement([{ id: 0, channel: late }, { id: 1, channel: x() }]);",
  ])("takes part in a race: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toHaveLength(1);
  });

  it.each([
    "await Promise.all([x(), late]);",
    "await x.race([x(), late]);",
    "await Promise.race(x, [late]);",
    "await Promise.race([x(), late.other]);",
    "await Promise.race([x(), late.then]);",
    "await Promise.race([x(), late.pipe(x)]);",
    "await Promise.race([x(), x.then(late)]);",
    "await Promise.race([x(), x.resolve(late)]);",
    "await Promise.race([x(), late ? x() : x]);",
    "await Promise.race([x(), [late]]);",
    "await Promise.race([x(), { late }]);",
    "const [same] = late; await Promise.race([x(), same]);",
    "const list = [late]; await Promise.race([x(), list]);",
    "const list = [late]; x(list);",
    "const list = [late]; list.reverse(); await Promise.all(list);",
    "const list = [x()]; list.includes(late); await Promise.race(list);",
    "const make = async () => { await late; await x(); }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; return x(); }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; return new x(); }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; return await x; }; await Promise.race([x(), make()]);",
    "const make = async () => { await x(); await late; }; await Promise.race([x(), make()]);",
    "const make = async () => { await late; throw x; x(); }; await Promise.race([x(), make()]);",
    "const make = async () => x(await late); await Promise.race([x(), make()]);",
    "const make = async () => { const a = await late; }; await Promise.race([x(), make()]);",
    "const make = async () => { x(await late); }; await Promise.race([x(), make()]);",
    "const make = async () => { return x(await late); }; await Promise.race([x(), make()]);",
    "const make = async () => { if (x) await late; }; await Promise.race([x(), make()]);",
    "const make = () => { x(late); }; await Promise.race([x(), make()]);",
    "const make = () => late; await Promise.race([x(), make]);",
    "await $.selectStatement([{ id: 0, other: late }, { id: 1, channel: x() }]);",
    "await Promise.race([late]);",
    "await Promise.race([x(), late]); process.exit(1);",
  ])("takes part in none that is known: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });
});

describe("a helper that gives the promise of a timer", () => {
  const program = (helper: string, race: string): string => `export async function run(x, ms, other) {
  ${helper}
  ${race}
}`;
  const sleep = "const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));";

  it.each([
    [sleep, "await Promise.race([x(), sleep(5)]);"],
    [sleep, "await Promise.race([x(), sleep()]);"],
    [sleep, "await Promise.race([x(), sleep(other)]);"],
    [sleep.replace("(ms)", "(a, ms)"), "await Promise.race([x(), sleep(0, 5)]);"],
    [sleep.replace("resolve, ms", "resolve, other"), "await Promise.race([x(), sleep(0)]);"],
    [sleep, "const list = [sleep(5), sleep(9)]; await Promise.race([...list, x()]);"],
  ])("is raced: `%s` `%s`", (helper, race) => {
    expect(idsOf(program(helper, race), rule)).not.toEqual([]);
  });

  it.each([
    [sleep, "await Promise.race([x(), sleep(0)]);"],
    [sleep.replace("(ms)", "(ms = 5)"), "await Promise.race([x(), sleep(0)]);"],
    [sleep.replace("(ms)", "(a, ms)"), "await Promise.race([x(), sleep(5, 0)]);"],
    [sleep, "await Promise.race([x(), sleep(0)!]);"],
    ["", "await Promise.race([x(), new Promise((resolve) => setTimeout(resolve, 0))]);"],
    ["const sleep = () => new Promise((resolve) => setTimeout(resolve));", "await sleep();"],
    [sleep, "await Promise.race([sleep(5), sleep(9)]);"],
    [sleep, "await sleep(5);"],
  ])("only asks what is pending, or is not: `%s` `%s`", (helper, race) => {
    expect(idsOf(program(helper, race), rule)).toEqual([]);
  });

  const late = "(ms) { return new Promise((resolve) => setTimeout(resolve, ms)); }";
  const run = (call: string): string => `run(x) { return Promise.race([x(), ${call}]); }`;

  it.each([
    `class A { late${late} ${run("this.late(5)")} }`,
    `class A { #late${late} ${run("this.#late(5)")} }`,
    `class A { late = function ${late}; ${run("this.late(5)")} }`,
    `class A { static late${late} ${run("A.late(5)")} }`,
    `class A { static late${late} static ${run("this.late(5)")} }`,
    `class A { late${late} ${run("(this as A).late!(5)")} }`,
  ])("may be a method: `%s`", (text) => {
    expect(idsOf(text, rule)).toHaveLength(1);
  });

  it.each([
    `class A { late${late} ${run("x.late(5)")} }`,
    `class A { late${late} ${run("A.late(5)")} }`,
    `class A { late${late} ${run("this.later(5)")} }`,
    `class A { late${late} ${run("this.late")} }`,
    `class A { late${late} ${run("late(5)")} }`,
    `class A { [late]${late} ${run("this.late(5)")} }`,
    `class A { late${late} } class B { ${run("this.late(5)")} }`,
    `class B { ${run("this.late(5)")} } class A { late${late} }`,
  ])("is another method: `%s`", (text) => {
    expect(idsOf(text, rule)).toEqual([]);
  });
});
