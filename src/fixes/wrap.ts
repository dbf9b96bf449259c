import type { TSESTree } from "@typescript-eslint/utils";
import type { StatementPlace } from "../ast/statement-list.ts";
import type { Edit } from "./fix.ts";

/** Statements that go into a `try` block, whose `finally` releases. Strategies make it, `writeWraps` writes it. */
export interface Wrap {
  /** The acquire's statement: the run begins behind it. */
  readonly acquire: TSESTree.Statement;
  readonly place: StatementPlace;
  /** The last statement of the run. */
  readonly last: TSESTree.Statement;
  /** Statements of the run that go away, since `finally` does what they did. */
  readonly removed: readonly TSESTree.Statement[];
  /** What `finally` calls, in its order: a statement of the run that moves there with its comments, or new text. */
  readonly releases: readonly (TSESTree.Statement | string)[];
  /** Declarations that must be seen after the run, as text. */
  readonly declarations?: readonly string[];
  /** What else changes inside of the run, or in the acquire. */
  readonly edits?: readonly Edit[];
}

/** The first statement that stays in the run. */
export function firstOf({ place, acquire }: Pick<Wrap, "place" | "acquire">): TSESTree.Statement {
  return place.list[place.list.indexOf(acquire) + 1]!;
}

/** The statements of a run, those that go away included. */
export function statementsOf({
  place,
  acquire,
  last,
}: Pick<Wrap, "place" | "acquire" | "last">): readonly TSESTree.Statement[] {
  return place.list.slice(place.list.indexOf(acquire) + 1, place.list.indexOf(last) + 1);
}
