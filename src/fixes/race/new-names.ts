import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../ast/functions.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { freeName } from "../text/free-name.ts";

/** Names for new variables: several fixes of one pass do not see what the others declare. */
export class NewNames {
  readonly #given = new Map<TSESTree.Node, Set<string>>();

  /** A name that is free at a place, and that no other fix of the same function has got. */
  pick(sourceCode: SourceCode, at: TSESTree.Node, wanted: string): string {
    const owner = enclosingFunction(at);
    const given = this.#given.get(owner) ?? new Set();
    this.#given.set(owner, given);
    const name = freeName(sourceCode, at, wanted, given);
    given.add(name);
    return name;
  }
}
