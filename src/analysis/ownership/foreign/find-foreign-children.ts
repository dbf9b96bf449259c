import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import type { ForeignProfile, Known } from "../../../resources/known.ts";
import { askType } from "../../../types/ask-type.ts";
import { foreignClass } from "../../../types/foreign-class.ts";
import { parentArgument } from "../tracing/parents.ts";
import { wrapperResolver } from "./resolve-wrapper.ts";
import { costOf, type Cost, type Wrapper } from "./wrapper.ts";

/** A child that is derived from a context which its library does not know. */
export interface ForeignChild {
  readonly derive: Pick<Acquisition, "node" | "name">;
  /** The expression of the parent. */
  readonly parent: TSESTree.Node;
  readonly consequence: Cost;
  readonly wrapper: Wrapper;
}

/** The derives of a file whose parent is not of their library, where that costs something there. */
export function findForeignChildren(
  sourceCode: SourceCode,
  known: Known,
  acquisitions: readonly Acquisition[],
): ForeignChild[] {
  return acquisitions.flatMap((acquisition) => {
    const { node, resource } = acquisition;
    const profile = profileOf(known, acquisition);
    const parent = parentArgument(node, resource.parent);
    if (!profile || !parent) return [];
    const wrapper = wrapperResolver(sourceCode, profile)(parent) ?? typedWrapper(sourceCode, parent);
    const consequence = wrapper && costOf(profile, wrapper);
    return consequence ? { derive: acquisition, parent, consequence, wrapper } : [];
  });
}

/** What is known of foreign parents in the library of a derive. */
function profileOf({ foreign }: Known, { resource }: Acquisition): ForeignProfile | undefined {
  return resource.from.flatMap((module) => foreign.get(module) ?? [])[0];
}

/** With types, a class of this project that the text of this file does not show to be one. */
function typedWrapper(sourceCode: SourceCode, parent: TSESTree.Node): Wrapper | undefined {
  const found = askType(sourceCode, parent, foreignClass);
  return found && { form: "class", node: parent, ...found };
}
