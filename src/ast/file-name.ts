import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "./source-code.ts";

const names = new WeakMap<TSESTree.Program, string>();

/** Keeps the name of a file, which its source code does not tell. */
export function nameFile({ ast }: SourceCode, name: string): void {
  names.set(ast, name);
}

/** The name of a file; `undefined` for one that nobody named. */
export function fileNameOf({ ast }: SourceCode): string | undefined {
  return names.get(ast);
}
