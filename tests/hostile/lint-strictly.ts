import type { Linter } from "eslint";
import { expect, vi } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "../rules/lint.ts";

/** What linting a program with everything turned on has given. */
export interface Linted {
  readonly messages: Linter.LintMessage[];
  /** What the plugin said of the bounds that were hit, as with `DEBUG=leaks`. */
  readonly said: readonly string[];
}

/** Lints a program with everything turned on, fixes and suggestions too, and expects it to parse. */
export function lintAll(text: string, file = "file.ts", settings: object = {}): Linted {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  vi.stubEnv("DEBUG", "leaks");
  try {
    const messages = lint(text, { file, settings, config: plugin.configs.strict });
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    return { messages, said: said.mock.calls.map(String) };
  } finally {
    vi.unstubAllEnvs();
    said.mockRestore();
  }
}

/** The same for a program that is analysed to its end: no ordinary one may come near a bound. */
export function lintStrictly(text: string, file = "file.ts", settings: object = {}): Linter.LintMessage[] {
  const { messages, said } = lintAll(text, file, settings);
  expect(said, "given up").toEqual([]);
  return messages;
}
