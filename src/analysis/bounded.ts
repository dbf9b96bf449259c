import type { TSESTree } from "@typescript-eslint/utils";
import { fileNameOf } from "../ast/file-name.ts";
import { enclosingFunction } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { bounds, type Bound } from "./bounds.ts";

/** What is left of the steps for one question about a file, and where in it the analysis is. */
interface Meter {
  left: number;
  readonly sourceCode: SourceCode;
  readonly node: TSESTree.Node;
}

/** Thrown where a bound is hit, for the `bounded` around it. */
class BoundHit extends Error {
  readonly bound: Bound;

  constructor(bound: Bound) {
    super(`the bound "${bound.name}" is hit`);
    this.bound = bound;
  }
}

let meter: Meter | undefined;
const said = new WeakMap<TSESTree.Program, Set<string>>();

/**
 * Answers one question about a file, with the steps that there are for one.
 *
 * @returns `otherwise` when a bound is hit that nothing inside was `bounded` for
 */
export function boundedFile<T>(sourceCode: SourceCode, work: () => T, otherwise: T): T {
  return metered({ left: bounds.steps.most, sourceCode, node: sourceCode.ast }, work, otherwise);
}

/**
 * Does work about one resource, which is given up when a bound is hit; that of the others goes on.
 *
 * @param node where the resource is acquired
 * @returns `otherwise` when it is given up
 */
export function bounded<T>(sourceCode: SourceCode, node: TSESTree.Node, work: () => T, otherwise: T): T {
  const outer = meter;
  const inner: Meter = { left: outer?.left ?? bounds.steps.most, sourceCode, node };
  try {
    return metered(inner, work, otherwise);
  } finally {
    if (outer) outer.left = inner.left;
  }
}

function metered<T>(inner: Meter, work: () => T, otherwise: T): T {
  const outer = meter;
  meter = inner;
  try {
    return work();
  } catch (error) {
    const bound = boundOf(error);
    if (!bound) throw error;
    say(inner, bound);
    return otherwise;
  } finally {
    meter = outer;
  }
}

/** Where the stack ends while an expression of ours is compiled, the engine says that with a `SyntaxError`. */
function boundOf(error: unknown): Bound | undefined {
  if (error instanceof BoundHit) return error.bound;
  const isFull = (error instanceof RangeError || error instanceof SyntaxError) && /call stack/i.test(error.message);
  return isFull ? bounds.stack : undefined;
}

/** Counts steps of what grows with more than the length of a file. Does not return when there are none left. */
export function spend(steps: number): void {
  if (!meter) return;
  meter.left -= steps;
  if (meter.left < 0) exceed(bounds.steps);
}

/** A bound is hit behind which nothing is certain: gives up what is `bounded` around. */
export function exceed(bound: Bound): never {
  throw new BoundHit(bound);
}

/** A bound is hit, and the rules go on with less: only says so. */
export function noteBound(bound: Bound): void {
  if (meter) say(meter, bound);
}

/**
 * With `DEBUG=leaks`: which file, the line of the function (1 for the top of the file), which bound; once for each.
 * Where the steps are used up all functions behind would say the same.
 */
function say({ sourceCode, node }: Meter, bound: Bound): void {
  const { env } = globalThis.process;
  if (!env["DEBUG"]?.split(",").includes("leaks")) return;
  const fn = node.type === "Program" ? node : enclosingFunction(node);
  const place = `${fileNameOf(sourceCode) ?? "a file"}:${fn.loc.start.line}`;
  const known = said.get(sourceCode.ast) ?? new Set<string>();
  said.set(sourceCode.ast, known);
  const key = bound === bounds.steps ? bound.name : `${bound.name} ${place}`;
  if (known.has(key)) return;
  known.add(key);
  console.error(`leaks: ${place}: the bound "${bound.name}" is hit: ${wordsOf(bound)}`);
}

/** What a bound counts, with how much of it is taken. */
export function wordsOf({ most, of }: Bound): string {
  return most === undefined ? of : `${most.toLocaleString("en")} ${of}`;
}
