import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** What becomes of the signal of a controller that a timer aborts: whether it is used up where the function waits. */
const rule = "no-leaked-timer";

describe("the work that a deadline is for", () => {
  const program = (lines: string, made: string): string => `export async function run(x, url, given) {
  const own = new AbortController();
  ${made || "setTimeout(() => own.abort(), 9000);"}
  ${lines}
}`;

  it.each([
    ["const { signal } = own; await fetch(url, { signal });", ""],
    ["const { signal: late } = own; await fetch(url, { signal: late });", ""],
    ["const signal = own.signal; await fetch(url, { signal });", ""],
    ["const options = { signal: own.signal }; await fetch(url, options);", ""],
    ["await fetch(url, { signal: AbortSignal.any([own.signal, given]) });", ""],
    ["await fetch(url, { signal: given ? own.signal : undefined });", ""],
    ["await fetch(url, { signal: given ?? own.signal });", ""],
    ["await fetch(url, { signal: own.signal }); if (own.signal.aborted) x();", ""],
    ["return fetch(url, { signal: own.signal }).then(x);", ""],
    ["await given.then(() => fetch(url, { signal: own.signal }));", ""],
    ["await given.then(() => { return fetch(url, { signal: own.signal }); });", ""],
    ["await fetch(url, { signal: own.signal });", "const t = setTimeout(() => own.abort(), 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => { return own.abort(); }, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => { console.warn('late'); own.abort(); }, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => { own.abort(); console.warn('late'); }, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(function () { own.abort(); }, 9000);"],
  ])("is over where the function waits: `%s` `%s`", (lines, made) => {
    expect(idsOf(program(lines, made), rule)).toEqual(["discarded"]);
  });

  it.each([
    ["const { signal, abort } = own; await fetch(url, { signal });", ""],
    ["const { abort } = own; await fetch(url, { signal: abort });", ""],
    ["const { ...all } = own; await fetch(url, all);", ""],
    ["const [signal] = own; await fetch(url, { signal });", ""],
    ["let signal = own.signal; await fetch(url, { signal }); signal = given;", ""],
    ["const signal = own.signal; await fetch(url, { signal }); x(signal);", ""],
    ["const options = { signal: own.signal }; x.options = options; await fetch(url, options);", ""],
    ["await fetch(url, { signal: AbortSignal.other([own.signal, given]) });", ""],
    ["await fetch(url, { signal: x.any([own.signal, given]) });", ""],
    ["await fetch(url, { signal: own.signal.reason });", ""],
    ["await fetch(url, { signal: own.signal.other });", ""],
    ["await new x.Work(own.signal);", ""],
    ["const result = x.work(own.signal); await result;", ""],
    ["const result = x.work(own.signal); x(result);", ""],
    ["return fetch(url, { signal: own.signal });", ""],
    ["await given.then(() => { void fetch(url, { signal: own.signal }); });", ""],
    ["await given.use(() => fetch(url, { signal: own.signal }));", ""],
    ["given.then(() => fetch(url, { signal: own.signal }));", ""],
    ["const go = () => fetch(url, { signal: own.signal }); await go();", ""],
    ["await x(own); await fetch(url, { signal: own.signal });", ""],
    ["x();", ""],
    ["await fetch(url, { signal: own.signal });", "const t = setTimeout(() => own.abort(), 9000); x(t);"],
    ["await fetch(url, { signal: own.signal });", "const { t } = setTimeout(() => own.abort(), 9000);"],
    ["await fetch(url, { signal: own.signal });", "x.t = setTimeout(() => own.abort(), 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => { return; }, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => { if (x) own.abort(); }, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => own.abort, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(own.abort, 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => given.abort(), 9000);"],
    ["await fetch(url, { signal: own.signal });", "setTimeout(() => abort(own), 9000);"],
  ])("may go on, or is none: `%s` `%s`", (lines, made) => {
    expect(idsOf(program(lines, made), rule)).toEqual([]);
  });
});
