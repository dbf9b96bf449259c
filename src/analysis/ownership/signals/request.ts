import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { askedRequest, givenSignal, outerSignal, perRequest } from "../../../resources/catalog/signals/platform.ts";
import { declaredMember } from "../../../scope/declared-member.ts";
import { variableOf } from "../../../scope/variables.ts";

/** Does its name say that it stands for one request: `event.signal`, `const { signal } = event`? */
export function isRequest(object: TSESTree.Node): boolean {
  return perRequest.test(wordOf(object));
}

/** Does a signal of this name end with the request that it is a member of? */
export function endsWithRequest(sourceCode: SourceCode, object: TSESTree.Node, name: string): boolean {
  return isRequest(object) && !outerSignal.test(name) && !isGivenWith(sourceCode, object, name);
}

/**
 * `request.abortSignal`, or the signal that `request: ChatRequest` may be without: whoever asks gives it along, and may
 * have it for longer than the request. One of the platform always has a signal of its own.
 */
function isGivenWith(sourceCode: SourceCode, object: TSESTree.Node, name: string): boolean {
  return askedRequest.test(wordOf(object)) && (name === givenSignal || isOptional(sourceCode, object, name));
}

/** Does this file say of what a name stands for that it may be without a member? */
function isOptional(sourceCode: SourceCode, object: TSESTree.Node, name: string): boolean {
  const declared = variableOf(sourceCode, object)?.defs[0]?.name;
  const type = declared?.type === "Identifier" ? declared.typeAnnotation?.typeAnnotation : undefined;
  return type !== undefined && declaredMember(sourceCode, type, name)?.optional === true;
}

function wordOf(object: TSESTree.Node): string {
  if (object.type === "Identifier") return object.name;
  return (object.type === "MemberExpression" && memberName(object)) || "";
}
