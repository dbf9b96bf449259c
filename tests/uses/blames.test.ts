import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/**
 * What the leak of a context is blamed on: when its `abort` is not called, in the words of the message, with the line
 * they name in place of its number. Every statement has a line of its own.
 */
describe("a context", () => {
  const blamed = (code: string): string[] => {
    const text = `import { withTimeout } from "@loke/context";
export async function* run(parent, x, y, all) {
${onLines(code)}
}`;
    return lint(text, { rule: "no-lost-cancel" }).map(({ message }) =>
      message
        .replace(/^`h\.abort` is (?:not called )?/, "")
        .replace(/\.(?: Call it .*)?$/, "")
        .replace(/ line (\d+)/, (_, line: string) => ` «${text.split("\n")[Number(line) - 1]}»`),
    );
  };

  it.each<[string, string]>([
    ["if (x) return; h.abort();", "on the return at «if (x) return;»"],
    ["if (x) throw x; h.abort();", "on the throw at «if (x) throw x;»"],
    ["if (x) { y(); return; } h.abort();", "on the return at «return;»"],
    ["if (x) { if (y) return; } h.abort();", "on the return at «if (y) return;»"],
    ["if (x) h.abort(); if (y) return; y();", "when the condition on «if (x) h.abort();» is false"],
    ["if (x) h.abort(); return;", "when the condition on «if (x) h.abort();» is false"],
    ["if (x) h.abort(); else if (y) return; else h.abort();", "on the return at «else if (y) return;»"],
    ["if (x && y) return; h.abort();", "on the return at «if (x && y) return;»"],
    ["if (x || y) h.abort(); else return;", "on the return at «else return;»"],
    ["const z = x ? y : h.abort(); return z;", "when the condition on «const z = x ? y : h.abort();» is true"],
    ["return x ? y : h.abort();", "when the condition on «return x ? y : h.abort();» is true"],
    ["return x && h.abort();", "when the condition on «return x && h.abort();» is false"],
    ["throw x ?? h.abort();", "on every way past «throw x ?? h.abort();»"],
    ["y(x && h.abort()); return;", "when the condition on «y(x && h.abort());» is false"],
    ["switch (x) { case 1: return; default: h.abort(); }", "on the return at «case 1: return;»"],
    ["switch (x) { case 1: h.abort(); } return;", "on every way past «case 1: h.abort();»"],
    ["switch (x) { case 1: y(); break; case y: h.abort(); break; default: h.abort(); }", "on the break at «break;»"],
    ["while (x()) { if (y()) return; h.abort(); }", "when the condition on «while (x()) {» is false"],
    ["while (true) { if (y()) break; if (x()) { h.abort(); return; } }", "on the break at «if (y()) break;»"],
    ["do { if (y()) continue; h.abort(); return; } while (x());", "when the condition on «} while (x());» is false"],
    ["for (const z of all) { if (z) h.abort(); }", "when the loop on «for (const z of all) {» has no turn"],
    ["for (const z in all) { h.abort(); return; }", "when the loop on «for (const z in all) {» has no turn"],
    ["for (const z of all) { if (z) { h.abort(); return; } }", "when the loop on «for (const z of all) {» has no turn"],
    ["await x(); h.abort();", "when the `await` on «await x();» rejects"],
    ["y(); await x(); h.abort();", "when the `await` on «await x();» rejects"],
    ["await x(); await y(); h.abort();", "when the `await` on «await x();» rejects"],
    ["await x(); if (x) h.abort();", "when the condition on «if (x) h.abort();» is false"],
    ["if (x) { await y(); } else { await all; } h.abort();", "when the `await` on «await y();» rejects"],
    ["if (x) { h.abort(); } else { await all; h.abort(); }", "when the `await` on «await all;» rejects"],
    ["yield x; h.abort();", "when the generator is left at the `yield` on «yield x;»"],
    ["for await (const z of all) z(); h.abort();", "when the `for await` on «for await (const z of all) z();» rejects"],
    ["try { await x(); h.abort(); } catch { y(); }", "when the `await` on «await x();» rejects"],
    ["try { await x(); h.abort(); } catch { return; }", "when the `await` on «await x();» rejects"],
    ["try { await x(); h.abort(); } catch (e) { if (e) return; y(); }", "when the `await` on «await x();» rejects"],
    ["try { await x(); } catch (e) { if (e) return; } h.abort();", "on the return at «if (e) return;»"],
    ["try { await x(); } catch (e) { if (e) throw e; } h.abort();", "on the throw at «if (e) throw e;»"],
    ["try { await x(); } catch (e) { y(); throw e; } h.abort();", "when the `await` on «await x();» rejects"],
    [
      "try { await x(); h.abort(); } catch (e) { if (y) h.abort(); return; }",
      "when the `await` on «await x();» rejects",
    ],
    ["try { await x(); h.abort(); } catch (e) { if (y) h.abort(); }", "when the `await` on «await x();» rejects"],
    ["try { await x(); h.abort(); } finally { y(); }", "when the `await` on «await x();» rejects"],
    ["try { y(); await x(); } finally { y(); } h.abort();", "when the `await` on «await x();» rejects"],
    ["try { if (x) return; h.abort(); } finally { y(); }", "on the return at «if (x) return;»"],
    ["try { if (x) return; } finally { y(); } h.abort();", "on the return at «if (x) return;»"],
    ["try { if (x) return; if (y) return; } finally { all(); } h.abort();", "on the return at «if (x) return;»"],
    ["try { if (x) throw x; } finally { y(); } h.abort();", "on the throw at «if (x) throw x;»"],
    [
      "while (x) { try { if (y) break; h.abort(); return; } finally { y(); } }",
      "when the condition on «while (x) {» is false",
    ],
    [
      "try { try { if (x) return; } finally { y(); } } finally { all(); } h.abort();",
      "on the return at «if (x) return;»",
    ],
    ["try { await x(); } finally { if (y) h.abort(); }", "when the condition on «if (y) h.abort();» is false"],
    ["try { if (x) return; } finally { if (y) h.abort(); }", "when the condition on «if (y) h.abort();» is false"],
    ["try { throw x; } catch { y(); } if (y) h.abort();", "when the condition on «} if (y) h.abort();» is false"],
    ["x().then(h.abort);", "when the promise on «x().then(h.abort);» rejects"],
    ["x().then(() => h.abort());", "when the promise on «x().then(() => h.abort());» rejects"],
    ["await x().then(() => h.abort());", "when the `await` on «await x().then(() => h.abort());» rejects"],
    ["await x().catch(() => h.abort());", "when the promise on «await x().catch(() => h.abort());» is fulfilled"],
    ["if (y) return; x().catch(() => h.abort());", "on the return at «if (y) return;»"],
    [
      "if (y) h.abort(); else x().catch(() => h.abort());",
      "when the promise on «else x().catch(() => h.abort());» is fulfilled",
    ],
    [
      "if (y) h.abort(); else x().then(() => h.abort());",
      "when the promise on «else x().then(() => h.abort());» rejects",
    ],
    ["await y(); x().then(() => h.abort());", "when the `await` on «await y();» rejects"],
    [
      "try { await y(); } catch { all(); } x().then(() => h.abort());",
      "when the promise on «} x().then(() => h.abort());» rejects",
    ],
    ["x().then(() => h.abort(), () => y());", "when the promise on «x().then(() => h.abort(), () => y());» rejects"],
    [
      "x().then(() => y(), () => h.abort());",
      "when the promise on «x().then(() => y(), () => h.abort());» is fulfilled",
    ],
    [
      "x().then(() => h.abort()); y().then(() => h.abort());",
      "when the promise on «x().then(() => h.abort());» rejects",
    ],
    [
      "x().catch(() => h.abort()); y().catch(() => h.abort());",
      "when the promise on «x().catch(() => h.abort());» is fulfilled",
    ],
    ["x(h.ctx);", "never called"],
    ["if (x) y(); else all(); return;", "never called"],
    ["while (x()) y(h.ctx);", "never called"],
    ["const { z = y() } = x; if (z) h.abort();", "when the condition on «if (z) h.abort();» is false"],
    ["const { z = h.abort() } = x;", "on every way past «z = h.abort()»"],
    ["x?.y(h.abort());", "on every way past «x?.y(h.abort());»"],
    ["x ||= h.abort();", "when the condition on «x ||= h.abort();» is true"],
    ["x ??= h.abort();", "on every way past «x ??= h.abort();»"],
    ["out: { if (x) break out; h.abort(); } y();", "on the break at «if (x) break out;»"],
    ["out: { if (x) break out; h.abort(); return; } y();", "on the break at «if (x) break out;»"],
    [
      "const c = withTimeout(h.ctx, 1); if (x) h.abort(); c.abort(); y();",
      "when the condition on «if (x) h.abort();» is false",
    ],
    [
      "try { try { await x(); } finally { y(); } } finally { all(); } h.abort();",
      "when the `await` on «await x();» rejects",
    ],
    [
      "for (const z of all) { try { if (z) break; } finally { y(); } return; } h.abort();",
      "on the return at «} return;»",
    ],
    [
      "while (x) { try { try { if (y) return; } finally { y(); } h.abort(); } finally { all(); } }",
      "when the condition on «while (x) {» is false",
    ],
    ["while (true) await x(h.ctx);", "when the `await` on «while (true) await x(h.ctx);» rejects"],
    ["while (true) { try { await x(h.ctx); } catch { await y(); } }", "when the `await` on «await y();» rejects"],
    ["x().then(() => h.abort()); await y();", "when the promise on «x().then(() => h.abort());» rejects"],
    ["await y(); await x().then(() => h.abort());", "when the `await` on «await y();» rejects"],
    [
      "const p = x().then(() => h.abort()); await p;",
      "when the promise on «const p = x().then(() => h.abort());» rejects",
    ],
    [
      "await Promise.all([x().then(() => h.abort()), y()]);",
      "when the `await` on «await Promise.all([x().then(() => h.abort()), y()]);» rejects",
    ],
    ["if (x) h.abort(); await y;", "when the condition on «if (x) h.abort();» is false"],
    ["if (x) { if (y) h.abort(); }", "when the condition on «if (x) {» is false"],
    ["if (x) { if (y) h.abort(); else return; } else { h.abort(); }", "on the return at «else return;»"],
    [
      "if (x) for (const z of all) { h.abort(); return; } else h.abort();",
      "when the loop on «if (x) for (const z of all) {» has no turn",
    ],
  ])("made, then %s", (code, words) => {
    expect(blamed(`const h = withTimeout(parent, 1); ${code}`)).toEqual([words]);
  });

  it.each<[string, string]>([
    [
      "while (x()) { const h = withTimeout(parent, 1); if (y()) continue; h.abort(); }",
      "on the continue at «if (y()) continue;»",
    ],
    [
      "while (x()) { const h = withTimeout(parent, 1); if (y()) break; h.abort(); }",
      "on the break at «if (y()) break;»",
    ],
    [
      "while (x()) { const h = withTimeout(parent, 1); if (y()) h.abort(); }",
      "when the condition on «if (y()) h.abort();» is false",
    ],
    [
      "while (x()) { let h = withTimeout(parent, 1); if (y()) h.abort(); }",
      "when the condition on «if (y()) h.abort();» is false",
    ],
    [
      "while (x()) { var h = withTimeout(parent, 1); if (y()) h.abort(); }",
      "overwritten on «var h = withTimeout(parent, 1);» before it is called",
    ],
    [
      "while (x()) { let h; h = withTimeout(parent, 1); if (y()) h.abort(); }",
      "when the condition on «if (y()) h.abort();» is false",
    ],
    ["while (x()) { let h; h = withTimeout(parent, 1); y(h.ctx); }", "never called"],
    [
      "let h; while (x()) { h = withTimeout(parent, 1); y(h.ctx); }",
      "overwritten on «h = withTimeout(parent, 1);» before it is called",
    ],
    [
      "let h; while (x()) { h = withTimeout(parent, 1); y(h.ctx); } h?.abort();",
      "overwritten on «h = withTimeout(parent, 1);» before it is called",
    ],
    [
      "let h; while (x()) { h = withTimeout(parent, 1); if (y(h.ctx)) h.abort(); }",
      "overwritten on «h = withTimeout(parent, 1);» before it is called",
    ],
    ["for (const z of all) { const h = withTimeout(parent, 1); z(h.ctx); }", "never called"],
    ["for (const z of all) { const h = withTimeout(parent, 1), i = z(h.ctx); }", "never called"],
    ["let h = withTimeout(parent, 1); h = x; h.abort();", "overwritten on «h = x;» before it is called"],
    ["let h = withTimeout(parent, 1); if (x) h = y; h.abort();", "overwritten on «if (x) h = y;» before it is called"],
    [
      "let h = withTimeout(parent, 1); if (x) { y(); h = y; } else h.abort();",
      "overwritten on «h = y;» before it is called",
    ],
    [
      "let h = withTimeout(parent, 1); if (x) h.abort(); else h = y;",
      "overwritten on «else h = y;» before it is called",
    ],
    ["let h = withTimeout(parent, 1); if (x) return; h = y;", "overwritten on «h = y;» before it is called"],
    ["let h = withTimeout(parent, 1); await x(); h = y;", "overwritten on «h = y;» before it is called"],
    [
      "let h = withTimeout(parent, 1); try { await x(); h.abort(); } catch { h = y; }",
      "when the `await` on «await x();» rejects",
    ],
    [
      "let ok = false; const h = withTimeout(parent, 1); try { await x(); ok = true; } finally { if (ok) h.abort(); }",
      "when the `await` on «await x();» rejects",
    ],
    [
      "let ok = false; const h = withTimeout(parent, 1); try { if (x) return; ok = true; } finally { if (ok) h.abort(); }",
      "when the condition on «if (ok) h.abort();» is false",
    ],
    [
      "let ok = false; const h = withTimeout(parent, 1); if (x) ok = true; if (ok) h.abort();",
      "when the condition on «if (ok) h.abort();» is false",
    ],
    [
      "const f = () => h.abort(); const h = withTimeout(parent, 1); if (x) return; f();",
      "on the return at «if (x) return;»",
    ],
    ["let h = withTimeout(parent, 1); const k = h; h = y; h.abort();", "never called"],
    [
      "let h = withTimeout(parent, 1); const k = h; h = y; h.abort(); if (x) k.abort();",
      "when the condition on «if (x) k.abort();» is false",
    ],
  ])("%s", (code, words) => {
    expect(blamed(code)).toEqual([words]);
  });

  it.each<[string, ...string[]]>([
    [
      "try { x(); return; } catch { y(); } const h = withTimeout(parent, 1); const c = withTimeout(h.ctx, 1); y(c.ctx);",
      "never called",
      "`c.abort` is never called",
    ],
    [
      "let ctx, abort; if (ctx) return; ({ ctx, abort } = withTimeout(parent, 1)); const c = withTimeout(ctx, 1); y(c.ctx);",
      "`abort` is never called",
      "`c.abort` is never called",
    ],
    [
      "let h = withTimeout(parent, 1); const { ctx } = h; h = x; const c = withTimeout(ctx, 1); y(c.ctx);",
      "overwritten on «h = x;» before it is called",
      "`c.abort` is never called",
    ],
    ["while (x()) { const h = withTimeout(parent, 1); const c = withTimeout(h.ctx, 1); y(c.ctx); h.abort(); }"],
    ["while (x()) { const h = withTimeout(parent, 1); h.abort(); const c = withTimeout(h.ctx, 1); y(c.ctx); }"],
    [
      "let h; while (x()) { h?.abort(); h = withTimeout(parent, 1); } const c = withTimeout(h.ctx, 1); y(c.ctx);",
      "when the condition on «while (x()) {» is false",
      "`c.abort` is never called",
    ],
    [
      "let h; if (x) h = withTimeout(parent, 1); const c = withTimeout(h?.ctx, 1); y(c.ctx); h?.abort();",
      "`c.abort` is never called",
    ],
    ["const h = withTimeout(parent, 1); if (x) h.abort(); const c = withTimeout(h.ctx, 1); y(c.ctx); h.abort();"],
    [
      "const h = withTimeout(parent, 1); let c; x(() => c?.abort()); c = withTimeout(h.ctx, 1); await y(); h.abort();",
      "when the `await` on «await y();» rejects",
    ],
    [
      "const h = withTimeout(parent, 1); let c; const stop = () => c?.abort(); c = withTimeout(h.ctx, 1); await y(); h.abort();",
      "when the `await` on «await y();» rejects",
      "`c.abort` is not called when the `await` on «await y();» rejects",
    ],
    [
      "const h = withTimeout(parent, 1); let c; if (x) x(() => c?.abort()); c = withTimeout(h.ctx, 1); await y(); h.abort();",
      "when the `await` on «await y();» rejects",
      "`c.abort` is not called when the `await` on «await y();» rejects",
    ],
    ["let h; x(() => h?.abort()); h = withTimeout(parent, 1); y(h.ctx);"],
    ["let h; x(h); h = withTimeout(parent, 1); y(h.ctx);", "never called"],
    [
      "let h; while (x()) { if (h) y(h); h = withTimeout(parent, 1); }",
      "when the condition on «while (x()) {» is false",
    ],
    [
      "const h = withTimeout(parent, 1); try { x(); return; } catch { y(); } const c = withTimeout(h.ctx, 1); y(c.ctx);",
      "never called",
    ],
    ["let on = false; on = true; const h = withTimeout(parent, 1); if (on) h.abort();"],
    [
      "let on = true; const h = withTimeout(parent, 1); on = false; if (on) h.abort();",
      "when the condition on «if (on) h.abort();» is false",
    ],
    ["let on = true; const p = withTimeout(parent, 1); const h = withTimeout(p.ctx, 1); if (on) p.abort();"],
    ["if (x) return; const h = withTimeout(parent, 1); if (!x) h.abort();"],
    ["const h = withTimeout(parent, 1); try { new x(); } catch { return; } h.abort();"],
    ["const h = withTimeout(parent, 1); try { x`y`; } catch { return; } h.abort();"],
    ["const h = withTimeout(parent, 1); try { x(); } catch { return; } h.abort();"],
    [
      "const h = withTimeout(parent, 1); try { await x(); } catch { return; } h.abort();",
      "when the `await` on «await x();» rejects",
    ],
    ["const h = withTimeout(parent, 1); try { throw x; } catch { return; } h.abort();", "never called"],
    ["const h = withTimeout(parent, 1); x().then(() => h.abort(), () => h.abort());"],
    ["const h = withTimeout(parent, 1); yield h; h.abort();"],
    [
      "let h = withTimeout(parent, 1); const k = h; h = y; yield h; k.abort();",
      "when the generator is left at the `yield` on «yield h;»",
    ],
    ["const h = withTimeout(parent, 1); try { x(h); } catch { return; } y();"],
    ["return; const h = withTimeout(parent, 1);"],
    [
      "const h = withTimeout(parent, 1), c = withTimeout(h.ctx, 1), d = withTimeout(c.ctx, 1); if (x) return; h.abort();",
      "on the return at «if (x) return;»",
      "`c.abort` is not called on the return at «if (x) return;»",
      "`d.abort` is not called on the return at «if (x) return;»",
    ],
    ["const h = withTimeout(parent, 1); const c = withTimeout(h.ctx, 1); h.abort(); c.abort();"],
    [
      "const h = withTimeout(parent, 1); const c = withTimeout(h.ctx, 1); try { await y(c.ctx); c.abort(); } finally { h.abort(); }",
    ],
    ["const h = withTimeout(parent, 1); if (x) process.exit(1); else h.abort();"],
    ["const h = withTimeout(parent, 1); if (x) process.abort(); else h.abort();"],
    ["const h = withTimeout(parent, 1); if (x) Deno.exit(); else h.abort();"],
    [
      "const h = withTimeout(parent, 1); if (x) process.stop(); else h.abort();",
      "when the condition on «if (x) process.stop();» is true",
    ],
    [
      "const h = withTimeout(parent, 1); if (x) Deno.abort(); else h.abort();",
      "when the condition on «if (x) Deno.abort();» is true",
    ],
    [
      "const h = withTimeout(parent, 1); if (x) y.exit(); else h.abort();",
      "when the condition on «if (x) y.exit();» is true",
    ],
    [
      "const h = withTimeout(parent, 1); if (x) exit(); else h.abort();",
      "when the condition on «if (x) exit();» is true",
    ],
    ["const fail = (): never => y(); const h = withTimeout(parent, 1); if (x) fail(); else h.abort();"],
    ["function fail(): never { y(); } const h = withTimeout(parent, 1); if (x) fail(); else h.abort();"],
    [
      "const fail = (): void => y(); const h = withTimeout(parent, 1); if (x) fail(); else h.abort();",
      "when the condition on «if (x) fail();» is true",
    ],
    ["const h = withTimeout(parent, 1); if (x) await new Promise(() => {}); else h.abort();"],
    [
      "const h = withTimeout(parent, 1); if (x) await new Other(() => {}); else h.abort();",
      "when the condition on «if (x) await new Other(() => {});» is true",
    ],
    [
      "const h = withTimeout(parent, 1); if (x) await new Promise(y); else h.abort();",
      "when the condition on «if (x) await new Promise(y);» is true",
    ],
    [
      "const h = withTimeout(parent, 1); if (x) await new Promise((resolve) => { resolve(); }); else h.abort();",
      "when the condition on «if (x) await new Promise((resolve) => {» is true",
    ],
    ["const h = withTimeout(parent, 1); const [user, err] = await x(); h.abort();"],
    [
      "const h = withTimeout(parent, 1); const [user, e] = await x(); h.abort();",
      "when the `await` on «const [user, e] = await x();» rejects",
    ],
    [
      "const h = withTimeout(parent, 1); const [err] = await x(); h.abort();",
      "when the `await` on «const [err] = await x();» rejects",
    ],
    ["const h = withTimeout(parent, 1); const [, loadError] = await x(); h.abort();"],
    ["const h = withTimeout(parent, 1); const [user, _err2] = await x(); h.abort();"],
    [
      "const h = withTimeout(parent, 1); const [user, errand] = await x(); h.abort();",
      "when the `await` on «const [user, errand] = await x();» rejects",
    ],
    ["const h = withTimeout(parent, 1); const { data, error } = await x(); h.abort();"],
    ["const h = withTimeout(parent, 1); const { err: failed } = await x(); h.abort();"],
    [
      "const h = withTimeout(parent, 1); const { data, errors } = await x(); h.abort();",
      "when the `await` on «} = await x();» rejects",
    ],
    [
      "const h = withTimeout(parent, 1); const { data, ...error } = await x(); h.abort();",
      "when the `await` on «} = await x();» rejects",
    ],
    ["const h = withTimeout(parent, 1); const z = yield; h.abort();"],
    ["const h = withTimeout(parent, 1); yield; h.abort();", "when the generator is left at the `yield` on «yield;»"],
    [
      "const h = withTimeout(parent, 1); const z = yield x; h.abort();",
      "when the generator is left at the `yield` on «const z = yield x;»",
    ],
    [
      "const h = withTimeout(parent, 1); const z = yield* x; h.abort();",
      "when the generator is left at the `yield` on «const z = yield* x;»",
    ],
    ["const h = withTimeout(parent, 1); await x().finally(() => h.abort());"],
    ["const h = withTimeout(parent, 1); await h.abort(); await y();"],
    ["const h = withTimeout(parent, 1); await h.abort().then(x); await y();"],
    ["const h = withTimeout(parent, 1); const c = withTimeout(parent, 1); await h.abort(); c.abort();"],
    [
      "const h = withTimeout(parent, 1); const c = withTimeout(parent, 1); await x().finally(() => h.abort()); c.abort();",
      "`c.abort` is not called when the `await` on «await x().finally(() => h.abort());» rejects",
    ],
    [
      "const h = withTimeout(parent, 1); try { return x(); } catch { return; } finally { if (y) h.abort(); }",
      "when the condition on «if (y) h.abort();» is false",
    ],
    ["const h = withTimeout(parent, 1); if (x) return y(); h.abort();", "on the return at «if (x) return y();»"],
    [
      "const h = withTimeout(parent, 1); try { return x(); } catch { y(h.ctx); } h.abort();",
      "on the return at «return x();»",
    ],
  ])("%s", (code, ...words) => {
    expect(blamed(code)).toEqual(words);
  });

  it("is not blamed on a way that passes one condition too many to keep facts for", () => {
    const conditions = (count: number): string => {
      const names = Array.from({ length: count }, (_, i) => `a${i}`);
      return `const { ${names.join(", ")} } = all; ${names
        .map((name) => `if (${name}) y(); `)
        .join("")
        .repeat(2)}`;
    };
    const code = (count: number): string =>
      `${conditions(count)} const h = withTimeout(parent, 1); if (a${count - 1}) return; h.abort();`;
    expect(blamed(code(64))).toEqual(["on the return at «if (a63) return;»"]);
    expect(blamed(code(65))).toEqual([]);
  });
});

function onLines(code: string): string {
  return code.replaceAll("; ", ";\n").replaceAll("{ ", "{\n").replaceAll(" }", "\n}");
}
