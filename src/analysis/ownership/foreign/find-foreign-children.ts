import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Acquisition } from "../../../resources/acquisition.ts";
import type { ForeignProfile, Known } from "../../../resources/known.ts";
import type { ForeignParent } from "../../../resources/resource.ts";
import { askType } from "../../../types/ask-type.ts";
import { foreignClass } from "../../../types/foreign-class.ts";
import { parentArgument } from "../parents.ts";
import { wrapperResolver } from "./resolve-wrapper.ts";
import type { Wrapper } from "./wrapper.ts";

/** A child that is derived from a context which its library does not know. */
export interface ForeignChild {
  readonly acquisition: Acquisition;
  /** The expression of the parent. */
  readonly parent: TSESTree.Node;
  readonly consequence: Exclude<ForeignParent, "free">;
  readonly wrapper: Wrapper;
}

/** The derives of a file whose parent is not of their library, where that costs something there. */
export function findForeignChildren(
  sourceCode: Readonly<TSESLint.SourceCode>,
  known: Known,
  acquisitions: readonly Acquisition[],
): ForeignChild[] {
  const resolvers = new Map<ForeignProfile, (expression: TSESTree.Node) => Wrapper | undefined>();
  return acquisitions.flatMap((acquisition) => {
    const { node, resource } = acquisition;
    const profile = resource.from.map((module) => known.foreign.get(module)).find((each) => each !== undefined);
    const parent = parentArgument(node, resource.parent);
    if (!profile || !parent || parent.type === "SpreadElement") return [];
    let resolve = resolvers.get(profile);
    if (!resolve) resolvers.set(profile, (resolve = wrapperResolver(sourceCode, profile)));
    const wrapper = resolve(parent) ?? typedWrapper(sourceCode, parent);
    const consequence = wrapper && profile.parents[wrapper.form];
    if (!consequence || consequence === "free" || (wrapper.endless && consequence !== "throws")) return [];
    return { acquisition, parent, consequence, wrapper };
  });
}

/** With types, a class of this project that the text of this file does not show to be one. */
function typedWrapper(sourceCode: Readonly<TSESLint.SourceCode>, parent: TSESTree.Node): Wrapper | undefined {
  const found = askType(sourceCode, parent, foreignClass);
  return found && { form: "class", node: parent, ...found };
}
