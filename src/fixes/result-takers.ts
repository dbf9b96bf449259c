import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../ast/functions.ts";
import { rootOf } from "../ast/members.ts";
import { isMemberNamed, isMemberOf, isPropertyNamed, isThis } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { unwrap } from "../ast/transparent.ts";
import { nameOfFunction } from "../scope/named-function.ts";
import { readsOf, variableOf, type Variable } from "../scope/variables.ts";

type Taker = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/**
 * The calls that get at what was awaited, or a part of it, in a run of statements: `check(response)`, and functions and
 * objects that have it. Each may throw with it in its hands, as `new HttpError(response)` does, and whoever catches
 * that reads on what a release would end.
 *
 * Names that are given the result are followed from top to bottom. It does not see a method of the result itself.
 */
export function takersOfResult(
  sourceCode: SourceCode,
  run: readonly TSESTree.Statement[],
  finished: TSESTree.Node,
): Taker[] {
  const holders = new Holders(sourceCode, finished);
  return run
    .flatMap((statement) => ownNodes(sourceCode, statement))
    .flatMap((node) => {
      if (node.type === "VariableDeclarator" && node.init && holders.isIn(node.init)) holders.bind(node.id, node.init);
      if (node.type === "AssignmentExpression" && holders.isIn(node.right)) holders.bind(node.left, node.right);
      if (!isCalling(node) || onlyTells(node) || isWithin(node, finished)) return [];
      return holders.isIn(...givenTo(node)) || holders.isCalled(node) ? node : [];
    });
}

/** Who has the result, as far as a run has been read. */
class Holders {
  readonly #sourceCode: SourceCode;
  readonly #finished: TSESTree.Node;
  readonly #results = new Set<Variable>();
  readonly #others = new Set<Variable>();
  #isThis = false;

  constructor(sourceCode: SourceCode, finished: TSESTree.Node) {
    this.#sourceCode = sourceCode;
    this.#finished = finished;
  }

  /** Is it in one of these expressions, or in a function that is written there? */
  isIn(...nodes: readonly TSESTree.Node[]): boolean {
    const isHere = (read: TSESTree.Node): boolean => nodes.some((node) => isWithin(read, node)) && !isPlainPart(read);
    return (
      isHere(this.#finished) ||
      [...this.#results, ...this.#others].some((variable) => readsOf(variable).some(isHere)) ||
      (this.#isThis && nodes.some((node) => ownNodes(this.#sourceCode, node).some(isThis)))
    );
  }

  /** Is a function called that has it, or a method of what has it? */
  isCalled(node: Taker): boolean {
    const root = rootOf(node.type === "TaggedTemplateExpression" ? node.tag : node.callee);
    const variable = variableOf(this.#sourceCode, root);
    return (this.#isThis && isThis(root)) || (variable !== undefined && this.#others.has(variable));
  }

  /** Notes what is given a value that it is in: names, and what a member is written of. */
  bind(target: TSESTree.Node, value: TSESTree.Node): void {
    const isResult = unwrap(value) === this.#finished || this.#hasResult(value);
    if (target.type === "MemberExpression") return this.#keep(rootOf(target));
    for (const name of ownNodes(this.#sourceCode, target)) {
      const variable = isPlainName(name) ? undefined : variableOf(this.#sourceCode, name);
      if (variable) this.#add(variable, isResult ? this.#results : this.#others);
    }
  }

  #hasResult(value: TSESTree.Node): boolean {
    const variable = variableOf(this.#sourceCode, value);
    return variable !== undefined && this.#results.has(variable);
  }

  #keep(root: TSESTree.Node): void {
    const variable = variableOf(this.#sourceCode, root);
    if (variable) this.#add(variable, this.#others);
    this.#isThis ||= isThis(root);
  }

  /** With a name come the functions that read it. */
  #add(variable: Variable, set: Set<Variable>): void {
    if (set.has(variable)) return;
    set.add(variable);
    const home = enclosingFunction(this.#finished);
    for (const read of readsOf(variable)) {
      const fn = enclosingFunction(read);
      const name =
        fn !== home && isFunction(fn) && !isPlainPart(read) ? nameOfFunction(this.#sourceCode, fn) : undefined;
      if (name) this.#add(name, this.#others);
    }
  }
}

function isCalling(node: TSESTree.Node): node is Taker {
  return /^(?:Call|New|TaggedTemplate)Expression$/.test(node.type);
}

function givenTo(node: Taker): readonly TSESTree.Node[] {
  return node.type === "TaggedTemplateExpression" ? [node.quasi] : node.arguments;
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

/** `console.log(response)` does not throw. */
function onlyTells(node: Taker): boolean {
  return node.type === "CallExpression" && isMemberOf(unwrap(node.callee), "console");
}
