import type { Linter } from "eslint";
import { expect, vi } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "../rules/lint.ts";

/**
 * Lints a program with everything turned on, and expects it to parse and to be analysed to its end: with `DEBUG=leaks`
 * the plugin says when it gives a file up, which no ordinary program may bring it to.
 */
export function lintStrictly(text: string, file = "file.ts", settings: object = {}): Linter.LintMessage[] {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.stubEnv("DEBUG", "leaks");
  try {
    const messages = lint(text, { file, settings, config: plugin.configs.strict });
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(said.mock.calls, "given up").toEqual([]);
    return messages;
  } finally {
    vi.unstubAllEnvs();
    said.mockRestore();
  }
}
