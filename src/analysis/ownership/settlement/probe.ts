import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { delayInRace } from "./delay-in-race.ts";
import type { Race } from "./races.ts";

/** Is the timer over at once in this race, which asks whether the others are pending: `Promise.race([p, sleep(0)])`? */
export function isProbe(sourceCode: SourceCode, timer: TSESTree.CallExpression, race: Race): boolean {
  return delayInRace(sourceCode, timer, race) === 0;
}
