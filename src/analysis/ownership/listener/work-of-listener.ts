import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, functionOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { variablesUsedIn, type Variable } from "../settlement/uses.ts";
import { abortsOf } from "./aborts-of.ts";
import { bodiesOf } from "./bodies-of.ts";
import { forwardedController } from "./forwarded-controller.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What a listener acts on when the abort comes, of the activation that it was added in. */
export interface ListenerWork {
  /** It passes the abort on: to controllers that were made here or given. */
  readonly controllers: readonly Variable[];
  /** Everything else that the activation declares. */
  readonly locals: readonly Variable[];
  /** It acts on the object around. */
  readonly usesThis: boolean;
}

/** Reads what a listener names, itself and through the local functions it names. */
export function workOf(
  sourceCode: SourceCode,
  listener: TSESTree.Node,
  fn: FunctionNode | undefined,
  root: GraphRoot,
): ListenerWork {
  const bodies = fn ? bodiesOf(sourceCode, fn, root) : new Set<FunctionNode>();
  const named = new Set([...bodies].flatMap((body) => [...variablesUsedIn(sourceCode, body)]));
  const bound = fn ? undefined : forwardedController(sourceCode, listener);
  if (bound) named.add(bound);
  const isAborted = (variable: Variable): boolean =>
    variable === bound || abortsOf(variable).some((identifier) => within(identifier, bodies));
  const controllers = [...named].filter((each) => isAborted(each));
  const locals = [...named].filter(
    (each) =>
      !controllers.includes(each) &&
      !functionOf(each) &&
      !isAlias(each) &&
      each.defs.some(({ name }) => runsIn(name, root) || isParameterInside(name, root)) &&
      ![...bodies].some((body) => each.defs.some(({ name }) => isWithin(name, body))),
  );
  return { controllers, locals, usesThis: [...bodies].some((body) => /\bthis\b/.test(sourceCode.getText(body))) };
}

/** Another name for something that was there before. */
function isAlias(variable: Variable): boolean {
  const value = constantValue(variable);
  return value !== undefined && /^(?:Identifier|MemberExpression|ThisExpression)$/.test(unwrap(value).type);
}

/** A parameter of a function inside of the root that runs with it, such as an executor's. */
function isParameterInside(name: TSESTree.Node, root: GraphRoot): boolean {
  return isFunction(root) && isWithin(name, root) && !root.params.some((param) => isWithin(name, param));
}

function within(node: TSESTree.Node, bodies: ReadonlySet<FunctionNode>): boolean {
  return [...bodies].some((body) => isWithin(node, body));
}
