import { beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "./consumer.ts";
import { leakingJs, leakingTs } from "./sample.ts";

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

describe("oxlint", () => {
  let consumer: Consumer;
  beforeAll(async () => {
    // As yarn and pnpm do, no peers: npm would add ESLint, which `@eslint-community/eslint-utils` names as its peer.
    consumer = await createConsumer(["oxlint@1.94.0", "--omit=peer"], {
      "leaking.js": leakingJs,
      "leaking.ts": leakingTs,
      ".oxlintrc.json": JSON.stringify({
        jsPlugins: ["eslint-plugin-leaks"],
        categories: { correctness: "off" },
        rules: { "leaks/no-lost-cancel": "error" },
      }),
    });
    return consumer.remove;
  });

  it("needs no ESLint", () => {
    expect(consumer.has("eslint")).toBe(false);
    expect(consumer.has("typescript")).toBe(false);
  });

  it.each(["leaking.js", "leaking.ts"])("reports the leak in %s through jsPlugins", async (file) => {
    const { code, stdout } = await consumer.node("oxlint/bin/oxlint", ["--format", "json", file]);
    const { diagnostics } = JSON.parse(stdout) as Report;
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "leaks(no-lost-cancel)",
        message: expect.stringMatching(/`abort`.*\bline 5\b/) as string,
      }),
    ]);
    expect(code).toBe(1);
  });
});
