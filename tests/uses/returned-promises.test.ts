import { describe, expect, it } from "vitest";
import { cancelBehind } from "./cancel-behind.ts";

/** What an async function returns is waited for as well, where it is a promise. */
describe("a cancel after an async function that is run on the spot", () => {
  const reported = (body: string): (string | undefined)[] =>
    cancelBehind(`await (async () => { ${body} })();`, {
      head: 'import { settings } from "./settings.js";',
      parameters: "typed: string, later: Promise<string> | undefined",
    });

  it.each([
    "return x.ok;",
    "return x.a + 1;",
    "return x++;",
    "return `${x}`;",
    "return typed;",
    "return settings;",
    "return tell; function tell() {}",
    "return x.map(go);",
    "return x.text.trim();",
    "return JSON.parse(x);",
    "return Math.max(x.a, 2);",
    "return isReady(x);",
    "return x.ok ? x.text : null;",
    "return x.ok && { x };",
    "return (x.last = x.text);",
    "return (go(), x.text);",
    "return new Map();",
    "const { text } = x; return text;",
    "const text = await x().catch(() => {}); return text;",
    "let text = await x().catch(() => {}); text = text.more; return text;",
    "for (const each of x) return each;",
    "let a = 1; let b = a; a = b; return a;",
    "try { return x(); } catch {}",
    "try { const y = x(); return y; } catch {}",
    "try { return sql`select 1`.value; } catch {}",
    "try { await x(); } catch (error) { return error; }",
  ])("is always reached: `%s`", (body) => {
    expect(reported(body)).toEqual([]);
  });

  it.each([
    "return x;",
    "return later;",
    "return x();",
    "return x.promise;",
    "return x.deferred;",
    "return this.pending;",
    "return x.find(go);",
    "return x.ok ? x() : null;",
    "return x.text ?? x();",
    "return (x.last = x());",
    "return (go(), x());",
    "return import(x);",
    "return sql`select 1`;",
    "return new Promise((resolve, reject) => { x.go(resolve, reject); });",
    "return new Deferred();",
    "const y = x(); return y;",
    "let y; y = x(); return y;",
    "try { return fetch(x); } catch {}",
    "try { return Promise.all([x()]); } catch {}",
    "try { return x(); } finally { x.end(); }",
    "try { await x(); } catch { return x(); }",
    "function go() { return JSON; } return go().parse(x);",
  ])("may be passed by: `%s`", (body) => {
    expect(reported(body).length).toBeGreaterThan(0);
  });
});
