import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const src = new URL("../../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const comments = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;

/** The modules a file loads when it runs: every import and re-export that is not of types alone, nor in a comment. */
function loadedBy(text: string): string[] {
  const statements = /^(?:import|export)\b(?!\s+type\b)[^;()]*?from\s*"([^"]+)"|^import\s*"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  const found = text.replace(comments, "").matchAll(statements);
  return [...found].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? "");
}

describe("what the plugin loads", () => {
  it("is seen by this test in every spelling", () => {
    const text = `import type { A } from "a";
import { b, type B } from "b";
import {
  c,
} from "c";
import * as d from "d";
import "e";
export * from "f";
export type { G } from "g";
/** Found by \`import("i")\`. */
// import "j";
const h = await import("h");`;
    expect(loadedBy(text)).toEqual(["b", "c", "d", "e", "f", "h"]);
  });

  it("is its own files and one package: neither TypeScript nor anything that brings it", () => {
    const loaded = files.flatMap((name) => loadedBy(readFileSync(new URL(name, src), "utf8")));
    const packages = new Set(loaded.filter((source) => !source.startsWith(".")));
    expect(loaded.length).toBeGreaterThan(100);
    expect([...packages]).toEqual(["@eslint-community/eslint-utils"]);
  });
});
