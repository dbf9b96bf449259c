import { describe, expect, it } from "vitest";
import { cancelBehind } from "./cancel-behind.ts";

/** What is caught may be told or kept, and is not thrown again by that. */
describe("a cancel after a promise whose rejection is met", () => {
  const reported = (lines: string): (string | undefined)[] =>
    cancelBehind(lines, { head: 'import { fallback, log, noop, once, retry } from "./errors.js";' });

  it.each([
    "await x().catch((error) => { console.error(error); });",
    "await x().catch((error) => console.error(error));",
    "await x().catch((error) => log.warn(error));",
    "await x().catch((error) => { x.failed(error); });",
    "await x().catch((error) => { return error; });",
    "await x().catch((error) => { return console.log(error); });",
    "await x().catch((error) => { return x ? error : 1; });",
    "await x().catch((error) => { return error && 1; });",
    "await x().catch((error) => { x.later(() => { return x(); }); });",
    "await x().catch((error) => () => { throw error; });",
    "await x().catch((error) => { return () => { throw error; }; });",
    "await x().catch((error) => { x.later(async () => { await x(); throw error; }); });",
    "await x().catch(log);",
    "await x().catch(noop);",
    "await x().catch(this.onError);",
    "await x().catch((error) => report(error));",
    "await x().catch((error) => x.emit('error', error));",
    "await x().catch((error) => String(error));",
    "await x().catch((error) => { return JSON.stringify(error); });",
    "await x().catch((error) => new x());",
    "await x().then((y) => y.trim(), (error) => String(error));",
    "await new Promise((resolve) => { x((y) => resolve(y.join(1))); });",
    "await new Promise((resolve) => { x(() => resolve(new x())); });",
    "const p = x.map(async () => {}); await Promise.all(p);",
    "const y = { async z() {} }; await y.z();",
    "const y = { z: () => 1 }; await y.z();",
  ])("is always reached: `%s`", (lines) => {
    expect(reported(lines)).toEqual([]);
  });

  it.each([
    "await x().catch(once);",
    "await x().catch(retry);",
    "await x().catch(fallback);",
    "await x().catch((error) => addressOf(error));",
    "await x().catch((error) => new Promise(x));",
    "await x().then((y) => y.trim(), x);",
    "await new Promise((resolve) => { x((y) => resolve(y.find(1))); });",
    "const p = x.map(async () => x()); await Promise.all(p);",
    "const y = { async z() { await x(); } }; await y.z();",
    "const y = { z: x }; await y.z();",
  ])("may be passed by: `%s`", (lines) => {
    expect(reported(lines).length).toBeGreaterThan(0);
  });
});
