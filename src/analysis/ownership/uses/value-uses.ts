import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isDiscarded } from "../../../ast/discarded.ts";
import { memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import type { HandlePath } from "../../../resources/acquisition.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";
import { spend } from "../../bounded.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { startEvent } from "../../obligations/solvable.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { findDeferred } from "../functions/deferred.ts";
import { stepMatches } from "../tracing/follow-value.ts";
import { handlesOfChildren, isDerive, useByCall } from "./use-by-call.ts";
import type { Use } from "./use.ts";

/**
 * Every use of what an obligation is about, in the order of the text: of its value (context, signal, the object that
 * holds both, for a timer its id), of what is derived from it or holds it, and of closures over it. Its releases are no
 * uses. What is not understood is `kept`.
 */
export function usesOf(sourceCode: SourceCode, obligation: Obligation): readonly Use[] {
  const { acquisition, root, effects } = obligation;
  const isValue = acquisition.resource.release.by === "argument";
  const handles = isValue ? [] : acquisition.paths;
  const walk = new Walk(sourceCode, root);
  if (!handles.some(({ length }) => length === 0)) walk.follow(startEvent(obligation), handles);
  return walk.uses().filter(({ by }) => !effects.get(by)?.some(({ kind }) => kind === "release"));
}

/** Every use in `root` of what variables hold, and of a value that stands there. */
export function usesOfValues(
  sourceCode: SourceCode,
  root: GraphRoot,
  variables: Iterable<TSESLint.Scope.Variable>,
  value: TSESTree.Node | undefined,
): readonly Use[] {
  const walk = new Walk(sourceCode, root);
  for (const variable of variables) walk.followVariable(variable, []);
  if (value) walk.follow(value, []);
  return walk.uses();
}

/** One walk along a value and everything that leads to it. Where handles stand in it, they are no part of the value. */
class Walk {
  readonly #uses: Use[] = [];
  readonly #seen = new Set<unknown>();
  /** A list and no recursion: a context may be derived from one that is derived from one, a thousand times. */
  readonly #found: (readonly [variable: TSESLint.Scope.Variable, handles: readonly HandlePath[]])[] = [];
  readonly #sourceCode: SourceCode;
  readonly #root: GraphRoot;

  constructor(sourceCode: SourceCode, root: GraphRoot) {
    this.#sourceCode = sourceCode;
    this.#root = root;
  }

  uses(): readonly Use[] {
    for (let next = this.#found.pop(); next; next = this.#found.pop()) {
      const [variable, handles] = next;
      for (const read of readsOf(variable)) this.follow(read, handles);
    }
    return this.#uses.sort((a, b) => a.node.range[0] - b.node.range[0]);
  }

  followVariable(variable: TSESLint.Scope.Variable, handles: readonly HandlePath[]): void {
    if (this.#seen.has(variable)) return;
    this.#seen.add(variable);
    this.#found.push([variable, handles]);
  }

  /** Follows an expression with the value in it. */
  follow(start: TSESTree.Node, handles: readonly HandlePath[]): void {
    spend(1);
    const closure = findDeferred(start, this.#root);
    if (closure) return this.#followClosure(closure);
    const node = outermost(start);
    const parent = node.parent;
    switch (parent.type) {
      case "MemberExpression":
        return parent.object === node ? this.#followMember(parent, handles) : this.#add("read", node, parent);
      case "CallExpression":
        return this.#followCall(parent, node);
      case "Property":
        return this.follow(parent.parent, []);
      case "AwaitExpression":
      case "SpreadElement":
      case "ObjectExpression":
      case "ArrayExpression":
        return this.follow(parent, []);
      case "VariableDeclarator":
        return this.#bind(parent.id, handles, parent);
      case "AssignmentExpression":
        this.#bind(parent.left, handles, parent);
        return parent.parent.type === "ExpressionStatement" ? undefined : this.follow(parent, handles);
      case "ConditionalExpression":
        return parent.test === node ? this.#add("read", node, parent) : this.follow(parent, handles);
      case "LogicalExpression":
        return this.follow(parent, handles);
      case "SequenceExpression":
        return parent.expressions.at(-1) === node ? this.follow(parent, handles) : undefined;
      case "BinaryExpression":
      case "UnaryExpression":
      case "IfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
      case "SwitchStatement":
      case "SwitchCase":
      case "ExpressionStatement":
        return this.#add("read", node, parent);
      case "TemplateLiteral":
        return parent.parent.type === "TaggedTemplateExpression"
          ? this.#add("kept", node, parent.parent)
          : this.#add("read", node, parent);
      case "NewExpression":
        return isDerive(parent) ? this.follow(parent, handlesOfChildren) : this.#add("kept", node, parent);
      default:
        return this.#add("kept", node, parent);
    }
  }

  #add(kind: Use["kind"], node: TSESTree.Node, by: TSESTree.Node): void {
    this.#uses.push({ kind, node, by });
  }

  #followMember(member: TSESTree.MemberExpression, handles: readonly HandlePath[]): void {
    const name = memberName(member);
    if (name === undefined) return this.#add("kept", member.object, member);
    const rest = handles.flatMap(([step, ...more]) => (step !== undefined && stepMatches(step, name) ? [more] : []));
    const isHandle = rest.some(({ length }) => length === 0);
    if (!isHandle) this.follow(member, rest);
  }

  #followCall(call: TSESTree.CallExpression, node: TSESTree.Node): void {
    // A function is called, not derived from; and of what nobody gets, nothing can be said.
    const mayDerive = functionAt(this.#sourceCode, node) === undefined && !isDiscarded(call);
    if (mayDerive && isDerive(call)) return this.follow(call, handlesOfChildren);
    this.#uses.push(useByCall(this.#sourceCode, call, node, this.#root));
  }

  #followClosure(fn: FunctionNode): void {
    if (this.#seen.has(fn)) return;
    this.#seen.add(fn);
    if (fn.type !== "FunctionDeclaration") return this.follow(fn, []);
    const [variable] = this.#sourceCode.getDeclaredVariables(fn);
    if (!variable || fn.parent.type.startsWith("Export")) return this.#add("kept", fn, fn.parent);
    this.followVariable(variable, []);
  }

  /** Follows each part of a pattern but the handle. */
  #bind(target: TSESTree.Node, handles: readonly HandlePath[], event: TSESTree.Node): void {
    switch (target.type) {
      case "Identifier":
        return this.#bindVariable(target, handles, event);
      case "AssignmentPattern":
        return this.#bind(target.left, handles, event);
      case "RestElement":
        return this.#bind(target.argument, handles, event);
      case "TSAsExpression":
      case "TSNonNullExpression":
        return this.#bind(unwrap(target), handles, event);
      case "ObjectPattern":
        for (const property of target.properties) {
          if (property.type === "RestElement") this.#bind(property.argument, handles, event);
          else this.#bindPart(property.value, propertyName(property), handles, event);
        }
        return;
      case "ArrayPattern":
        target.elements.forEach((element, i) => element && this.#bindPart(element, String(i), handles, event));
        return;
      default:
        return this.#add("kept", target, event);
    }
  }

  #bindPart(
    target: TSESTree.Node,
    name: string | undefined,
    handles: readonly HandlePath[],
    event: TSESTree.Node,
  ): void {
    const rest = handles.flatMap(([step, ...more]) =>
      name !== undefined && step !== undefined && stepMatches(step, name) ? [more] : [],
    );
    if (!rest.some(({ length }) => length === 0)) this.#bind(target, rest, event);
  }

  #bindVariable(target: TSESTree.Identifier, handles: readonly HandlePath[], event: TSESTree.Node): void {
    const variable = variableOf(this.#sourceCode, target);
    const definition = variable?.defs[0]?.name;
    const isLocal = definition && runsIn(definition, this.#root);
    if (!isLocal) return this.#add("kept", target, event);
    this.followVariable(variable, handles);
  }
}
