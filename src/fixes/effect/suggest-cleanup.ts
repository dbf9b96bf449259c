import type { SourceCode } from "../../ast/source-code.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import type { Suggestion } from "../suggestion.ts";
import { draftCleanup } from "./cleanup-draft.ts";
import { registerCleanup } from "./register-cleanup.ts";
import { returnCleanup } from "./return-cleanup.ts";

/**
 * What can be done about a leak of an effect: the cleanup that it lacks. Never by `--fix`, since somebody may count on
 * what comes after the component is gone.
 *
 * @returns `undefined` for a leak of another owner, for methods in pairs (their timer needs a field), and where the
 *   cleanup has no place
 */
export function suggestCleanup(sourceCode: SourceCode, leak: Leak): Suggestion | undefined {
  const draft = leak.owner === "effect" ? draftCleanup(sourceCode, leak) : undefined;
  if (!draft || draft.setup.cleanup === "paired") return undefined;
  if (draft.setup.cleanup === "registered") return registerCleanup(draft, leak);
  return draft.setup.returns === "cleanup" ? returnCleanup(draft, leak) : undefined;
}
