import type { TSESLint } from "@typescript-eslint/utils";

/**
 * Nesting too deep for the stack ends the analysis of that file, not the lint run: nothing is reported there, and
 * `DEBUG=leaks` says so. Parsers are recursive too, so a program that deep is rare and made by a machine.
 */
export function quietOnOverflow<T>(
  sourceCode: Readonly<TSESLint.SourceCode>,
  analyze: () => readonly T[],
): readonly T[] {
  try {
    return analyze();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const isDebugging = globalThis.process.env["DEBUG"]?.split(",").includes("leaks");
    if (isDebugging) console.error(`leaks: too deeply nested, skipped (${sourceCode.lines.length} lines)`);
    return [];
  }
}
