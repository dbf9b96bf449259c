import type { TSESTree } from "@typescript-eslint/utils";
import { jumpTarget, type Jump } from "../ast/jump-target.ts";
import { isPlain } from "../ast/plain.ts";
import { isWithin } from "../ast/statement-list.ts";

type Statement = TSESTree.Statement;

/** Whether the resource is still held at a place, on the ways that lead there: a set of bits; 0 for no way at all. */
export type Ways = number;
/** The bit for a way on which the resource is still held. */
export const held = 1;
/** The bit for a way on which it was released. */
export const released = 2;

/** A jump out of a run of statements, and the ways that lead to it. */
export interface Exit {
  readonly node: TSESTree.ReturnStatement | TSESTree.ThrowStatement | Jump;
  readonly ways: Ways;
  /** A `finally` releases, so what the jump gives is evaluated before. */
  readonly throughFinally?: true;
}

/** How a run of statements is left. */
export interface Leaving {
  readonly end: Ways;
  readonly exits: readonly Exit[];
}

/**
 * Where a run of statements releases, and how often: with each release in tail position, so that nothing but the way
 * out comes behind it.
 *
 * @param releases the statements that release
 * @param isOther is a statement the release of another resource, whose order beside this one does not matter?
 * @returns `undefined` when a release is not in tail position
 */
export function waysOut(
  run: readonly Statement[],
  releases: ReadonlySet<TSESTree.Node>,
  isOther: (statement: Statement) => boolean,
): Leaving | undefined {
  const walk = new ReleaseWalk(run, releases, isOther);
  const end = walk.list(run, held);
  return walk.isClear && walk.metAll ? { end, exits: walk.exits } : undefined;
}

class ReleaseWalk {
  isClear = true;
  exits: readonly Exit[] = [];
  readonly #run: readonly Statement[];
  readonly #releases: ReadonlySet<TSESTree.Node>;
  readonly #isOther: (statement: Statement) => boolean;
  #met = 0;

  constructor(
    run: readonly Statement[],
    releases: ReadonlySet<TSESTree.Node>,
    isOther: (statement: Statement) => boolean,
  ) {
    this.#run = run;
    this.#releases = releases;
    this.#isOther = isOther;
  }

  /** Were all releases found where a statement of the run stands, and not in a callback? */
  get metAll(): boolean {
    return this.#met === this.#releases.size;
  }

  list(statements: readonly Statement[], ways: Ways): Ways {
    return statements.reduce((before, statement) => this.#statement(statement, before), ways);
  }

  #statement(node: Statement, ways: Ways): Ways {
    if (this.#releases.has(node)) {
      this.#met++;
      return ways === held ? released : this.#fail();
    }
    // Behind a release comes nothing that does anything.
    if ((ways & released) !== 0 && !this.#isWayOut(node)) return this.#fail();
    switch (node.type) {
      case "BlockStatement":
        return this.list(node.body, ways);
      case "IfStatement":
        return this.#statement(node.consequent, ways) | (node.alternate ? this.#statement(node.alternate, ways) : ways);
      case "TryStatement":
        return this.#try(node, ways);
      case "ReturnStatement":
      case "ThrowStatement":
        return this.#leave(node, ways);
      case "BreakStatement":
      case "ContinueStatement":
        if (this.#leaves(node)) return this.#leave(node, ways);
        return (ways & released) === 0 ? 0 : this.#fail();
      case "SwitchStatement":
        return this.#inner(
          node.cases.map(({ consequent }) => consequent),
          ways,
        );
      case "LabeledStatement":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "WhileStatement":
      case "DoWhileStatement":
        return this.#inner([[node.body]], ways);
      default:
        return ways;
    }
  }

  #leave(node: Exit["node"], ways: Ways): Ways {
    this.exits = [...this.exits, { node, ways }];
    return 0;
  }

  /** Bodies that may run many times, or in part: whoever releases in them must leave all of the run. */
  #inner(bodies: readonly (readonly Statement[])[], ways: Ways): Ways {
    const ends = bodies.reduce((all, body) => all | this.list(body, ways), 0);
    return (ends & released) === 0 ? ways : this.#fail();
  }

  #try({ block, handler, finalizer }: TSESTree.TryStatement, ways: Ways): Ways {
    const before = this.exits;
    let end = this.list(block.body, ways);
    if (handler) {
      const thrown = this.exits.filter((each) => !before.includes(each) && each.node.type === "ThrowStatement");
      // What is thrown behind a release would come to the handler, which starts again with a held one.
      if (thrown.some((each) => each.ways !== held)) return this.#fail();
      this.exits = this.exits.filter((each) => !thrown.includes(each));
      end |= this.list(handler.body.body, held);
    }
    return finalizer ? this.#finalizer(finalizer, end, before) : end;
  }

  /** A `finally` that releases, and nothing else, does so for every way through it. */
  #finalizer({ body }: TSESTree.BlockStatement, end: Ways, before: readonly Exit[]): Ways {
    const through = this.exits.filter((each) => !before.includes(each));
    const isHeld = (end & released) === 0 && through.every(({ ways }) => ways === held);
    const count = this.exits.length;
    const after = this.list(body, held);
    // A jump here would end what the way out had begun.
    if (!isHeld || this.exits.length > count || after === 0) return this.#fail();
    if (after === held) return end;
    if (body.length > 1) return this.#fail();
    this.exits = [...before, ...through.map(({ node }) => ({ node, ways: released, throughFinally: true as const }))];
    return end && released;
  }

  #isWayOut(node: Statement): boolean {
    switch (node.type) {
      case "ReturnStatement":
      case "ThrowStatement":
        return isPlain(node.argument);
      case "BreakStatement":
      case "ContinueStatement":
        return true;
      default:
        return this.#isOther(node);
    }
  }

  /** Does a jump go out of the run? */
  #leaves(jump: Jump): boolean {
    const target = jumpTarget(jump);
    return !target || !this.#run.some((statement) => isWithin(target, statement));
  }

  #fail(): Ways {
    this.isClear = false;
    return 0;
  }
}
