import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../../ast/names.ts";
import { askedRequest, givenSignal, outerSignal, perRequest } from "../../../resources/catalog/signals/platform.ts";

/** Does its name say that it stands for one request: `event.signal`, `const { signal } = event`? */
export function isRequest(object: TSESTree.Node): boolean {
  return perRequest.test(wordOf(object));
}

/** Does a signal of this name end with the request that it is a member of? */
export function endsWithRequest(object: TSESTree.Node, name: string): boolean {
  return isRequest(object) && !outerSignal.test(name) && !isGivenWith(object, name);
}

/** `request.abortSignal`: whoever asks gives it along, and may have it for longer than the request. */
function isGivenWith(object: TSESTree.Node, name: string): boolean {
  return name === givenSignal && askedRequest.test(wordOf(object));
}

function wordOf(object: TSESTree.Node): string {
  if (object.type === "Identifier") return object.name;
  return (object.type === "MemberExpression" && memberName(object)) || "";
}
