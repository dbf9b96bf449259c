import type { Context as ChordContext } from "@earendil-works/chord";
import { withCancel as chordWithCancel, BACKGROUND_CONTEXT } from "@earendil-works/chord/context";
import * as goContext from "@goscript/context/index.js";
import { background, withAbort, type Context as LokeContext } from "@loke/context";
import type { Choices } from "../../proof/run/choices.ts";

/** What work can be given: a context of one of the libraries, or the signal itself. */
export type Given = AbortSignal | { readonly signal?: AbortSignal } | ChordContext | GoContext;

/** A context of goscript. */
export interface GoContext {
  Deadline(): unknown;
  Done(): unknown;
  Err(): unknown;
  Value(key: unknown): unknown;
}

/** The modules of goscript have no types of their own. */
const go = goContext as unknown as {
  Background: () => GoContext;
  WithCancel: (parent: GoContext) => [GoContext, () => void];
  WithValue: (parent: GoContext, key: string, value: string) => GoContext;
};

/** How a piece of work ends. Late work ends after everything that is not late. */
const ENDINGS = ["succeeds", "fails", "succeeds late", "fails late"] as const;
const LATE_MS = 4;
/** How many turns what one piece of work sets in motion may take until it starts the next one. */
const LATE_TURNS = 3;

/**
 * What a fixture's program runs in: parents of the real libraries that outlive it, and work whose outcome each run
 * decides anew. All that the program does in the world is in `log`, in its order. A line that begins with `~` says
 * that work saw its context cancelled: on a path that leaks, a fix adds such a line and nothing else.
 */
export class World {
  readonly log: string[] = [];
  readonly path: string[] = [];
  readonly loke: LokeContext;
  readonly chord: ChordContext;
  readonly go: GoContext;
  readonly signal: AbortSignal;
  readonly #choices: Choices;
  readonly #service = withAbort(background);
  readonly #pool = chordWithCancel(BACKGROUND_CONTEXT);
  readonly #shutdown = new AbortController();
  readonly #stopGo: () => void;
  readonly #under = new Set<Promise<unknown>>();
  #soon = 0;
  readonly #leases = new Set<Given>();

  constructor(choices: Choices) {
    this.#choices = choices;
    this.loke = this.#service.ctx;
    this.chord = this.#pool.context;
    [this.go, this.#stopGo] = go.WithCancel(go.WithValue(go.Background(), "user", "ada"));
    this.signal = this.#shutdown.signal;
  }

  /** The parents and collections in which children of this world leave something. */
  get longLived(): unknown[] {
    return [this.loke.signal!, this.signal, this.go, this.#leases];
  }

  /** What waits for the end of the goscript context: a receiver for each child of a parent that is not its own. */
  get waiting(): number {
    return (this.go.Done() as { readonly receivers: readonly unknown[] }).receivers.length;
  }

  /** The goscript context ends, and all that waits for that runs. */
  readonly stop = async (): Promise<void> => {
    this.#stopGo();
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  };

  /** Something that is given back when the context is cancelled, and not before. */
  readonly lease = (given: Given): void => {
    this.#leases.add(given);
    signalOf(given)?.addEventListener("abort", () => this.#leases.delete(given), { once: true });
  };

  readonly say = (what: string): void => {
    this.log.push(what);
  };

  /** A condition: a path each way. */
  readonly yes = (name: string): boolean => this.#choose(name, ["no", "yes"]) === 1;

  /** A call that returns or throws. */
  readonly call = (name: string): string => {
    this.say(`${name} is called`);
    if (this.#choose(name, ["returns", "throws"]) === 1) throw new Error(`${name} threw`);
    return name;
  };

  /** Work that takes some time and ends in any way, sooner if its context is cancelled. */
  readonly work = (name: string, given?: Given): Promise<string> => this.#start(name, given, ENDINGS);

  /** Work that ends well, late or not. */
  readonly safeWork = (name: string, given?: Given): Promise<string> =>
    this.#start(name, given, [ENDINGS[0], ENDINGS[2]]);

  /** All work has ended, also what nobody waited for. */
  readonly idle = async (): Promise<void> => {
    while (this.#under.size > 0) await Promise.allSettled([...this.#under]);
  };

  /** The consumer of a generator: takes all it gives, or leaves it after one value. */
  readonly consume = async (values: AsyncIterable<string> | Iterable<string>): Promise<void> => {
    const leaves = this.#choose("consumer", ["stays", "leaves"]) === 1;
    for await (const value of values) {
      this.say(`consumed ${value}`);
      if (leaves) break;
    }
  };

  #start(name: string, given: Given | undefined, endings: readonly (typeof ENDINGS)[number][]): Promise<string> {
    const ending = endings[this.#choose(name, endings)]!;
    const signal = signalOf(given);
    this.say(`${name} begins`);
    signal?.addEventListener("abort", () => this.say(`~${name} is cancelled`), { once: true });
    const done = this.#run(name, ending, signal);
    this.#under.add(done);
    const forget = (): void => void this.#under.delete(done);
    done.then(forget, forget);
    return done;
  }

  async #run(name: string, ending: string, signal: AbortSignal | undefined): Promise<string> {
    await (ending.endsWith("late") ? this.#late() : this.#turn());
    if (signal?.aborted) {
      this.say(`${name} was cut off`);
      throw new Error(`${name} was cut off`);
    }
    this.say(`${name} ${ending}`);
    if (ending.startsWith("fails")) throw new Error(`${name} failed`);
    return `result of ${name}`;
  }

  async #turn(): Promise<void> {
    this.#soon++;
    await new Promise(setImmediate);
    this.#soon--;
  }

  /** The time alone does not do: where the process is held up, a timer of some milliseconds is due before a turn is. */
  async #late(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    for (let quiet = 0; quiet < LATE_TURNS; quiet++) {
      await new Promise(setImmediate);
      if (this.#soon > 0) quiet = -1;
    }
  }

  #choose(name: string, options: readonly string[]): number {
    const chosen = this.#choices.choose(options.length);
    this.path.push(`${name}: ${options[chosen]}`);
    return chosen;
  }
}

function signalOf(given: Given | undefined): AbortSignal | undefined {
  if (given === undefined || given instanceof AbortSignal) return given;
  if ("abortSignal" in given) return given.abortSignal;
  return "signal" in given ? given.signal : undefined;
}
