import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A timer that aborts the work that its function awaits has no more to do when that has settled. */
describe("a timer that aborts a controller", () => {
  const reported = (timer: string, beside = "", work = "await fetch(url, { signal: own.signal });"): unknown =>
    idsOf(
      `export async function run(x, url) {
  const own = new AbortController();
  ${timer}
  ${beside}
  ${work}
}`,
      "no-leaked-timer",
    );
  const timer = "setTimeout(() => own.abort(), 9000);";

  it.each([
    [timer, ""],
    ["setTimeout(() => { own.abort(); }, 9000);", ""],
    ["setTimeout(() => own.abort(new Error('late')), 9000);", ""],
    [timer, "own.abort;"],
    [timer, "x(own.signal.aborted);"],
    [timer, "own.signal.throwIfAborted();"],
  ])("goes on when the work is done: `%s` `%s`", (made, beside) => {
    expect(reported(made, beside)).toEqual(["discarded"]);
  });

  it.each([
    [timer, "x(own);"],
    [timer, "x(own.reason);"],
    [timer, "own.custom;"],
    [timer, "x(own.signal);"],
    [timer, "x.own = own;"],
    [timer, "x.signal = own.signal;"],
    ["const start = () => { setTimeout(() => own.abort(), 9000); }; start();", ""],
    ["setTimeout(() => x.abort(), 9000);", ""],
    ["setTimeout(() => own.other(), 9000);", ""],
    ["setTimeout(() => { own.abort(); x(); }, 9000);", ""],
    ["setTimeout(() => own.abort(), 5);", ""],
    ["setTimeout(abort, 9000);", ""],
  ])("may have more to abort: `%s` `%s`", (made, beside) => {
    expect(reported(made, beside)).toEqual([]);
  });

  it.each([
    "return fetch(url, { signal: own.signal });",
    "void fetch(url, { signal: own.signal });",
    "const p = fetch(url, { signal: own.signal }); x(p);",
    "x.signal = own.signal; await x();",
  ])("is not done where the function ends: `%s`", (work) => {
    expect(reported(timer, "", work)).toEqual([]);
  });

  it.each([
    "await x.load(url, own.signal);",
    "const result = await fetch(url, { signal: own.signal }); return result;",
  ])("is done where it awaits: `%s`", (work) => {
    expect(reported(timer, "", work)).toEqual(["discarded"]);
  });
});
