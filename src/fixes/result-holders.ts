import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../ast/functions.ts";
import { rootOf } from "../ast/members.ts";
import { isMemberNamed, isPropertyNamed } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { unwrap } from "../ast/transparent.ts";
import { nameOfFunction } from "../scope/named-function.ts";
import { readsOf, variableOf, type Variable } from "../scope/variables.ts";

/** What may get at a result: whoever is called. */
export type Taker = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** Who has the result, as far as a run has been read. */
export class Holders {
  readonly #sourceCode: SourceCode;
  readonly #sources: readonly TSESTree.Node[];
  readonly #results = new Set<Variable>();
  readonly #others = new Set<Variable>();

  /** @param sources what was awaited, or the calls of which something was awaited */
  constructor(sourceCode: SourceCode, sources: readonly TSESTree.Node[]) {
    this.#sourceCode = sourceCode;
    this.#sources = sources;
  }

  /** Is it in one of these expressions, or in a function that is written there? */
  isIn(...nodes: readonly TSESTree.Node[]): boolean {
    const isHere = (read: TSESTree.Node): boolean => nodes.some((node) => isWithin(read, node)) && !isPlainPart(read);
    return (
      this.#sources.some(isHere) ||
      [...this.#results, ...this.#others].some((variable) => readsOf(variable).some(isHere))
    );
  }

  /** Is a function called that has it, or a method of what has it? */
  isCalled(node: Taker): boolean {
    const root = rootOf(node.type === "TaggedTemplateExpression" ? node.tag : node.callee);
    const variable = variableOf(this.#sourceCode, root);
    return variable !== undefined && this.#others.has(variable);
  }

  /** Notes what is given a value that it is in: names, and what a member is written of. */
  bind(target: TSESTree.Node, value: TSESTree.Node): void {
    const isResult = this.#sources.includes(unwrap(value)) || this.#hasResult(value);
    for (const name of ownNodes(this.#sourceCode, target)) {
      const variable = isPlainName(name) ? undefined : variableOf(this.#sourceCode, name);
      if (variable) this.#add(variable, isResult ? this.#results : this.#others);
    }
  }

  #hasResult(value: TSESTree.Node): boolean {
    const variable = variableOf(this.#sourceCode, value);
    return variable !== undefined && this.#results.has(variable);
  }

  /** With a name come the functions that read it. */
  #add(variable: Variable, set: Set<Variable>): void {
    if (set.has(variable)) return;
    set.add(variable);
    const homes = this.#sources.map(enclosingFunction);
    for (const read of readsOf(variable)) {
      const fn = enclosingFunction(read);
      const name =
        !homes.includes(fn) && isFunction(fn) && !isPlainPart(read) ? nameOfFunction(this.#sourceCode, fn) : undefined;
      if (name) this.#add(name, this.#others);
    }
  }
}

const plain = /^(?:headers|length|ok|redirected|size|status|statusText|type|url)$/;

/** `response.status`: nothing of it is still at work. */
function isPlainPart({ parent }: TSESTree.Node): boolean {
  return isMemberNamed(parent, plain);
}

/** `status` of `const { status } = response` */
function isPlainName({ parent }: TSESTree.Node): boolean {
  return isPropertyNamed(parent, plain);
}
