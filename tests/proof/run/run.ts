import { setImmediate } from "node:timers/promises";
import type { Choices } from "./choices.ts";
import { fateOf, type Fate } from "./ledger.ts";
import { WORLD } from "../programs/print-recipe.ts";
import { record, type Recorder } from "./recorder.ts";
import { something, World, type Limits } from "./world.ts";

type Fn = (...args: unknown[]) => unknown;
type Factory = ($: Recorder, ...functions: unknown[]) => Fn;

/** How a run left the function: through which exits it may have gone; none when it never ended. */
export interface Run {
  readonly trace: readonly number[];
  readonly exits: readonly ("return" | "end" | "throw")[];
  readonly ended: boolean;
  /** What it gave or threw. */
  readonly value: unknown;
  /** The calls and releases that others see, in their order. */
  readonly calls: readonly string[];
  /** What became of each acquire, by its site. */
  readonly fates: readonly { readonly site: number; readonly fate: Fate }[];
}

const NAMES = [...WORLD, "Promise", "setTimeout", "process", "withCancel", "withTimeout", "DisposableStack"];

/** An instrumented program, ready to be run many times. */
export class Program {
  readonly #text: string;
  readonly #factory: Factory;

  constructor(text: string) {
    const fn = /^class Service/m.test(text) ? "new Service().f" : "f";
    this.#text = text;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- running the program is what this is for
    this.#factory = new Function("$", ...NAMES, `"use strict";\n${text}\nreturn ${fn};`) as Factory;
  }

  async run(choices: Choices, limits: Limits): Promise<Run> {
    const world = new World(choices, limits);
    const outcome = await this.#drive(world);
    const ended = outcome !== undefined && !world.stopped;
    return {
      trace: world.trace,
      exits: ended ? exitsOf(outcome, world) : [],
      ended,
      value: world.value,
      calls: world.calls,
      fates: world.ledger.acquired.map((record) => ({ site: record.site, fate: fateOf(record, ended) })),
    };
  }

  /** How it ended, or nothing if it has not when no work is left that could wake it up. */
  async #drive(world: World): Promise<"returned" | "threw" | undefined> {
    let outcome: "returned" | "threw" | undefined;
    const start = (): unknown => {
      const fn = this.#factory(record(world), ...NAMES.map((name) => world.named(name)));
      return consume(fn(...world.arguments(this.#text)), world);
    };
    const work = new Promise((resolve) => resolve(start()));
    const end = (how: typeof outcome) => (value: unknown) => {
      outcome = how;
      world.value = value;
    };
    void work.then(end("returned"), end("threw"));
    // All promises of the world settle at once, so one turn of the event loop lets everything happen that is not late.
    await setImmediate();
    for (let work = world.late.splice(0); work.length > 0; work = world.late.splice(0)) {
      for (const end of work) end();
      await setImmediate();
    }
    return outcome;
  }
}

function exitsOf(outcome: "returned" | "threw", world: World): Run["exits"] {
  if (outcome === "threw") return world.returnedPromise ? ["throw", "return"] : ["throw"];
  return [world.reachedEnd ? "end" : "return"];
}

/** A generator is driven by a consumer that goes on, or stops it at a `yield` by `return()` or `throw()`. */
function consume(result: unknown, world: World): unknown {
  if (isGenerator(result)) return consumeNow(result, world);
  return isAsyncGenerator(result) ? consumeLater(result, world) : result;
}

function consumeNow(generator: Generator, world: World): unknown {
  let step = generator.next();
  while (!step.done) step = answer(generator, world.consume());
  return step.value;
}

async function consumeLater(generator: AsyncGenerator, world: World): Promise<unknown> {
  let step = await generator.next();
  while (!step.done) step = await answer(generator, world.consume());
  return step.value;
}

function answer<G extends Generator | AsyncGenerator>(generator: G, how: number): ReturnType<G["next"]> {
  const step =
    how === 0
      ? generator.next(something)
      : how === 1
        ? generator.return(undefined)
        : generator.throw(new Error("thrown by the consumer"));
  return step as ReturnType<G["next"]>;
}

function isGenerator(value: unknown): value is Generator {
  return Object.prototype.toString.call(value) === "[object Generator]";
}

function isAsyncGenerator(value: unknown): value is AsyncGenerator {
  return Object.prototype.toString.call(value) === "[object AsyncGenerator]";
}
