import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { elementsOf } from "../outcomes/list-of-promises.ts";
import type { Race } from "./races.ts";

/** All that is in the list of a race, wherever that is made; nothing where it cannot be told. */
export function elementsOfRace(sourceCode: SourceCode, { call }: Pick<Race, "call">): readonly TSESTree.Node[] {
  const [list] = call.arguments;
  return (list && elementsOf(sourceCode, list)) ?? [];
}
