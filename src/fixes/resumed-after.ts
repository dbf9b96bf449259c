import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import { isLoop } from "../ast/loops.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin, leaves } from "../ast/statement-list.ts";

/** A part of a function, by its offsets, and the node it is a part of. */
export interface Part {
  readonly home: TSESTree.Node;
  readonly range: Readonly<TSESTree.Range>;
}

/** A run of statements that is left, and what is asked about. */
export interface LeftRun {
  /** The statement the run begins with. */
  readonly first: TSESTree.Statement;
  readonly root: TSESTree.Node;
  /** Where what is used is made: in a loop around that, each turn has its own. */
  readonly made: TSESTree.Node;
  /** Is there a `break` or `continue` out of the run? */
  readonly jumps: boolean;
}

/**
 * Where a function goes on when a run of statements in it did not come to its end: in the `catch` and `finally` around
 * it, and from there, or from a jump, behind the statements around it and in the next turn of a loop.
 */
export function resumedAfter(sourceCode: SourceCode, { first, root, made, jumps }: LeftRun): readonly Part[] {
  const parts: Part[] = [];
  let resumes = false;
  for (let at: TSESTree.Node = first; at !== root && at.parent; at = at.parent) {
    const { parent } = at;
    if (isFunction(at) && !isWithin(made, at)) return [whole(root)];
    if (parent.type === "TryStatement") {
      const caught = at === parent.block ? parent.handler?.body : undefined;
      const ways = [caught, at === parent.finalizer ? undefined : parent.finalizer].filter((way) => way != null);
      parts.push(...ways.map(whole));
      resumes ||= (caught && !leaves(caught)) === true || ways.some((way) => hasJump(sourceCode, way));
    }
    if (resumes && /^(?:BlockStatement|Program|StaticBlock|SwitchCase|SwitchStatement)$/.test(parent.type))
      parts.push({ home: parent, range: [at.range[1], parent.range[1]] });
    resumes ||= jumps && (isLoop(parent) || /^(?:Switch|Labeled)Statement$/.test(parent.type));
    if (resumes && isLoop(parent)) parts.push(isWithin(made, parent) ? before(parent, made) : whole(parent));
  }
  return parts;
}

function whole(home: TSESTree.Node): Part {
  return { home, range: home.range };
}

function before(home: TSESTree.Node, end: TSESTree.Node): Part {
  return { home, range: [home.range[0], end.range[0]] };
}

function hasJump(sourceCode: SourceCode, block: TSESTree.Node): boolean {
  return ownNodes(sourceCode, block).some(({ type }) => type === "BreakStatement" || type === "ContinueStatement");
}
