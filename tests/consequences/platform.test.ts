import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("platform/count.mjs", import.meta.url));
const latest = Number(process.versions.node.split(".")[0]) >= 24;

/** Seen alike on Node 20 and 22; 24 differs where it says so. The rule reports what throws on all of them: a copy. */
it("says what this Node does with look-alikes of a signal", () => {
  expect(JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" }))).toEqual({
    "AbortSignal.any": { spread: "throws", create: latest ? "free" : "unpropagated", proxy: "free" },
    fetch: { spread: "throws", create: "free", proxy: "free" },
  });
});
