import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { ForeignParent, WrapperForm } from "../../../resources/resource.ts";
import type { ForeignProfile } from "../../../resources/known.ts";

/** A context of the user's own making, where an expression stands for one. */
export interface Wrapper {
  readonly form: WrapperForm;
  /** The class, or the expression that makes it. */
  readonly node: TSESTree.Node;
  /** Its name for messages; `undefined` for an object without one. */
  readonly name: string | undefined;
  /** The expression of the context inside of it, where the text shows one. */
  readonly inner?: TSESTree.Node;
  /** The `new` that makes it: the class is no subclass of the one that is named. */
  readonly made?: TSESTree.NewExpression;
  /** Not the value itself: a context of the library that hands this one on. */
  readonly handedOn?: true;
  /** The file of its class, where that is another one. */
  readonly file?: string;
  /** It has no end, or that of a root: there is nothing to watch. */
  readonly endless?: boolean;
}

/** What deriving from a wrapper costs, where it costs something. */
export type Cost = Exclude<ForeignParent, "free">;

/** What a library makes of a wrapper; `undefined` where that costs nothing, or there is no end to wait for. */
export function costOf({ parents }: ForeignProfile, { form, endless }: Wrapper): Cost | undefined {
  const cost = parents[form];
  return cost === "free" || (endless && cost !== "throws") ? undefined : cost;
}

/** A file, and a library whose contexts are told from others there. */
export interface LibraryUse {
  readonly sourceCode: SourceCode;
  readonly profile: ForeignProfile;
}

/** The same, with what its expressions stand for. */
export interface Scene extends LibraryUse {
  /** What an expression is; goes in circles for no program. */
  readonly wrapperOf: (expression: TSESTree.Node) => Wrapper | undefined;
}

/** Members by which a context tells of its end. An object without any is passed for something else. */
export const endMember: RegExp = /^(?:done|err|error|signal|abortSignal|canceler|onDidCancel|then)$/i;
