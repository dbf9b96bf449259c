import type { TSESTree } from "@typescript-eslint/utils";
import { ownNodes } from "../ast/own-nodes.ts";
import { isPause } from "../ast/pauses.ts";
import type { SourceCode } from "../ast/source-code.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import type { Fix } from "./fix.ts";
import { statementsOf, type Wrap } from "./wrap.ts";
import { writeWraps } from "./write-wraps.ts";

/**
 * One fix for all wraps that overlap: ESLint applies one of two that touch the same text, and stops after ten passes.
 * Resources that are acquired one directly after the other and end together share one `try`.
 */
export function combineWraps(
  sourceCode: SourceCode,
  { throws }: LeaksSettings,
  wraps: readonly Wrap[],
): ReadonlyMap<Wrap, Fix | null> {
  const fixes = new Map<Wrap, Fix | null>();
  for (const group of groupsOf(wraps)) {
    const merged = throws === "calls" ? group : merge(sourceCode, group);
    const fix = merged.some((wrap) => crossesAny(wrap, merged)) ? null : writeWraps(sourceCode, merged);
    for (const wrap of group) fixes.set(wrap, fix ?? writeWraps(sourceCode, [wrap]));
  }
  return fixes;
}

/** Wraps that lie in one another or share lines; each group in the order of the text. */
function groupsOf(wraps: readonly Wrap[]): Wrap[][] {
  const groups: Wrap[][] = [];
  let end = -1;
  for (const wrap of wraps) {
    if (wrap.acquire.range[0] < end) groups.at(-1)!.push(wrap);
    else groups.push([wrap]);
    end = Math.max(end, wrap.last.range[1]);
  }
  return groups;
}

function merge(sourceCode: SourceCode, group: readonly Wrap[]): Wrap[] {
  const merged: Wrap[] = [];
  const removed = new Set(group.flatMap((wrap) => wrap.removed));
  for (const inner of group) {
    const outer = merged.at(-1);
    if (outer && isShared(sourceCode, outer, inner, removed)) merged.splice(-1, 1, join(outer, inner));
    else merged.push(inner);
  }
  return merged;
}

/** Does a wrap begin in another one and end behind it? A `var` in it is still seen there; two blocks are not. */
function crossesAny(inner: Wrap, wraps: readonly Wrap[]): boolean {
  const [start, end] = [inner.acquire.range[0], inner.last.range[1]];
  return wraps.some(({ acquire, last }) => acquire.range[0] < start && start < last.range[1] && last.range[1] < end);
}

/** Does nothing happen between the two acquires that could throw, and nothing between their ends at all? */
function isShared(sourceCode: SourceCode, outer: Wrap, inner: Wrap, removed: ReadonlySet<TSESTree.Node>): boolean {
  const [first] = statementsOf(outer);
  if (first !== inner.acquire) return false;
  const between = statementsOf(outer).filter(({ range }) => range[0] > inner.last.range[0]);
  const mayThrow = ownNodes(sourceCode, inner.acquire).some(isPause);
  return (
    !mayThrow && between.every((statement) => removed.has(statement)) && inner.last.range[1] <= outer.last.range[1]
  );
}

/** The later acquired is released first. */
function join(outer: Wrap, inner: Wrap): Wrap {
  return {
    ...outer,
    acquire: inner.acquire,
    removed: [...outer.removed, ...inner.removed],
    releases: [...inner.releases, ...outer.releases],
  };
}
