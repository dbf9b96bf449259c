import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { receiverOf } from "../ast/members.ts";
import { calleeMatches } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import { isImmediate } from "../analysis/control-flow/immediate-callback.ts";
import type { Use } from "../analysis/ownership/uses/use.ts";
import { readsOf, variableOf, type Variable } from "../scope/variables.ts";
import { askType } from "../types/ask-type.ts";
import { isPlainData } from "../types/plain-data.ts";
import { Holders } from "./result-holders.ts";

type Statement = TSESTree.Statement;

/**
 * Where a run of statements keeps what the work gave, or a part of it, for who comes behind the run: in a member, in a
 * name that is read there, in a list, or in a function that has it: `tx = await db.begin(ctx)` with a rollback in the
 * `catch` around. That may need the resource still, whatever the work is called.
 *
 * Names are followed from top to bottom. It does not see what a callee keeps of what it is given.
 */
export function keptInRun(sourceCode: SourceCode, run: readonly Statement[], uses: readonly Use[]): TSESTree.Node[] {
  const sources = uses.flatMap((use) => sourcesOf(sourceCode, use));
  if (sources.length === 0) return [];
  const holders = new Holders(sourceCode, sources);
  const isReadBeyond = (name: TSESTree.Node): boolean => {
    const variable = variableOf(sourceCode, name);
    return variable !== undefined && isNeededBehind(variable, run);
  };
  return run
    .flatMap((statement) => withFunctions(sourceCode, statement))
    .filter((node) => keeps(sourceCode, node, holders, isReadBeyond));
}

/** What a use gives that may go on; of data alone, nothing does. */
function sourcesOf(sourceCode: SourceCode, { kind, by, destiny, awaits }: Use): readonly TSESTree.Node[] {
  if (kind === "read") return [];
  const awaited = destiny?.kind === "awaited" ? [destiny.by] : (awaits ?? []);
  const isData = awaited.length > 0 && awaited.every((each) => askType(sourceCode, each, isPlainData) === true);
  const isWhole = awaited.length > 0 && outermost(by).parent.type === "AwaitExpression";
  return isData ? [] : isWhole ? awaited : [by, ...awaited];
}

/** Does a node keep a result? Names that are bound to one, or to a part, are noted. */
function keeps(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  holders: Holders,
  isReadBeyond: (name: TSESTree.Node) => boolean,
): boolean {
  switch (node.type) {
    case "VariableDeclarator":
      return node.init !== null && holders.isIn(node.init) && bind(node.id, node.init);
    case "AssignmentExpression":
      return holders.isIn(node.right) && bind(node.left, node.right);
    case "ForOfStatement":
      return holders.isIn(node.right) && bind(node.left, node.right);
    case "CallExpression":
      return isKeptByCall(node, holders);
    default:
      return false;
  }

  function bind(target: TSESTree.Node, value: TSESTree.Node): boolean {
    holders.bind(target, value);
    const names = ownNodes(sourceCode, target);
    return names.some((each) => each.type === "MemberExpression" || (each.type === "Identifier" && isReadBeyond(each)));
  }
}

/** Callees that keep what they are given, by their name: lists, stacks of clean-ups, registries. */
const keeper =
  /^(?:add|adopt|append|defer|emit|enqueue|keep|next|on|once|push|put|register|save|set|store|unshift|use)$/;

/** Is it put into a list, or given there in a function that is called later? */
function isKeptByCall(call: TSESTree.CallExpression, holders: Holders): boolean {
  const receiver = receiverOf(call);
  const given = call.arguments.filter((each) => holders.isIn(each));
  const functions = call.arguments.map(unwrap).filter(isFunction);
  const parameters =
    given.length > 0 || (receiver && holders.isIn(receiver)) ? functions.flatMap((fn) => fn.params) : [];
  for (const each of parameters) holders.bind(each, call);
  if (given.length === 0 || isWaitedFor(call)) return false;
  return calleeMatches(call, keeper) || functions.some((fn) => !isImmediate(fn) && holders.isIn(fn));
}

function isWaitedFor(call: TSESTree.CallExpression): boolean {
  const { parent } = outermost(call);
  return parent.type === "AwaitExpression" || parent.type === "ReturnStatement";
}

/**
 * May a name be read where the run was left by an error, or does it belong to somebody else? One that is declared in
 * the block of the run is read behind it only where that came to its end.
 */
function isNeededBehind(variable: Variable, run: readonly Statement[]): boolean {
  const isInside = (node: TSESTree.Node): boolean => run.some((statement) => isWithin(node, statement));
  const [def] = variable.defs;
  const isVar = def?.type === "Variable" && def.parent.kind === "var";
  if (def && !isVar && isInside(def.name)) return false;
  return readsOf(variable).some((read) => !isInside(read)) || /^(?:global|module)$/.test(variable.scope.type);
}

function withFunctions(sourceCode: SourceCode, node: TSESTree.Node): TSESTree.Node[] {
  return ownNodes(sourceCode, node).flatMap((each) =>
    isFunction(each) ? [each, ...withFunctions(sourceCode, each.body)] : [each],
  );
}
