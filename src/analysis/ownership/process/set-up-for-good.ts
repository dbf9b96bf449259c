import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { receiverOf, rootOf } from "../../../ast/members.ts";
import { calleeWord, isCallNamed, isName, isPropertyNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { globalObjects } from "../../../scope/global-objects.ts";
import { isGlobalAt } from "../../../scope/is-global-at.ts";

/**
 * Does the function around a node also install what lasts as long as the page or the server: a listener on the window
 * or the document, an observer of the document, the route of a server? What is started beside that was meant to last
 * as long. A function that gives anything back, or removes anything, may have another end; so may a method.
 *
 * It does not see what other functions install that are called.
 */
export function isSetUpForGood(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const fn = enclosingFunction(node);
  return fn.type !== "Program" && installsOnly(fn, sourceCode);
}

/** The same of a function: asked once, since it may start many timers. */
const installsOnly = oncePer((fn: FunctionNode, sourceCode: SourceCode): boolean => {
  if (fn.body.type !== "BlockStatement" || isMethod(fn)) return false;
  const nodes = ownNodes(sourceCode, fn.body);
  const hasEnd = nodes.some((each) => isReturnOfValue(each) || isRemoval(each));
  return !hasEnd && nodes.some((each) => each.type === "CallExpression" && installsForGood(sourceCode, each));
});

function isMethod({ parent }: TSESTree.Node): boolean {
  return parent?.type === "MethodDefinition" || parent?.type === "PropertyDefinition";
}

function isReturnOfValue(node: TSESTree.Node): boolean {
  return node.type === "ReturnStatement" && node.argument !== null;
}

function isRemoval(node: TSESTree.Node): boolean {
  return isCallNamed(node, /^(?:removeEventListener|disconnect|unobserve)$/);
}

function installsForGood(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  const [first, , options] = call.arguments;
  const word = calleeWord(call) ?? "";
  if (word === "addEventListener") return isOfPage(sourceCode, call) && hasNoEnd(options);
  if (!first || !receiverOf(call)) return false;
  if (word === "observe") return isName(rootOf(first), "document");
  const isPath = first.type === "Literal" && String(first.value).startsWith("/");
  return isPath && routing.test(word) && call.arguments.some(isFunction);
}

/** Methods of servers and routers that take the path of a route, and what answers there. */
const routing = /^(?:all|delete|get|patch|post|put|use)$/;

/** `window.addEventListener(…)`, `document.body.addEventListener(…)`, or the bare name, which is the window's. */
function isOfPage(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  const root = rootOf(receiverOf(call) ?? call.callee);
  if (root.type !== "Identifier" || !isGlobalAt(sourceCode, root, root.name)) return false;
  return root.parent === call || root.name === "document" || globalObjects.has(root.name);
}

/** Do the options of a listener give it no end of its own: none, `true`, `{ passive: true }`? */
function hasNoEnd(options: TSESTree.Node | undefined): boolean {
  if (!options || options.type === "Literal") return true;
  if (options.type !== "ObjectExpression") return false;
  return options.properties.every((each) => isPropertyNamed(each, /^(?:capture|passive)$/));
}
