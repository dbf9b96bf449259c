import type { TSESTree } from "@typescript-eslint/utils";
import type { Obligation } from "../../obligations/obligation.ts";
import { overByRejection } from "../settlement/rejected-by.ts";
import { settlersIn } from "../settlement/settled-by-timer.ts";
import type { Listening } from "./listening.ts";
import { overByTest } from "./over-by-test.ts";

/**
 * What a listener owes, where a test may tell that the abort has been, and where the rejection of a promise does which
 * nothing but the listener rejects: then nothing is left to remove.
 */
export function overByAbort(listening: Listening, obligation: Obligation): Obligation {
  const { sourceCode, uses } = listening;
  const tested = { ...obligation, fired: { rejects: new Set<TSESTree.Node>(), says: overByTest(listening) } };
  const isRejecting = uses.fn !== undefined && settlersIn(sourceCode, uses.fn).length > 0;
  return isRejecting ? overByRejection(sourceCode, tested, uses.fn) : tested;
}
