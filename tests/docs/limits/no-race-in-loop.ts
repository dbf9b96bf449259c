import type { Limit } from "../limit.ts";

/** A loop with these statements in its turns, and what stands around it. */
const loop = (statements: string, before = "", parameters = "signal, next"): string =>
  `import { once } from "node:events";
export async function f(${parameters}) {
  ${before}
  while (true) {
    ${statements}
  }
}`;

/** Promises that outlive a loop and are not reported. */
export const misses: readonly Limit[] = [
  {
    says: "A race inside of a function that the loop calls: `await raceWithAbort(signal, next())`.",
    code: loop("await raceWithEnd(ended, next());", "", "ended, next"),
    unless: ["raceWithEnd(ended, next())", "Promise.race([ended, next()])"],
  },
  {
    says: "A function that calls itself in place of a loop.",
    code: "export async function f(ended, next) {\n  await Promise.race([ended, next()]);\n  return f(ended, next);\n}",
    unless: ["return f(ended, next);", "while (true) await Promise.race([ended, next()]);"],
  },
  {
    says: "A list that is made outside of the race: `const racers = [ctx.done(), next()]`.",
    code: loop("const racers = [ended, next()]; await Promise.race(racers);", "", "ended, next"),
    unless: ["const racers = [ended, next()]; await Promise.race(racers);", "await Promise.race([ended, next()]);"],
  },
  {
    says: "Work of the function itself that takes long: `const running = worker.run()`.",
    code: loop("await Promise.race([running, next()]);", "const running = worker.run();", "worker, next"),
    unless: ["worker.run()", "worker.stopped()"],
  },
  {
    says: "A parameter or an import whose name does not say that it is an end; the cause `unknown` reports it.",
    code: loop("await Promise.race([other, next()]);", "", "other, next"),
    unless: ["f(other, next) {", "f(untilClosed, next) {\n  const other = untilClosed;"],
  },
  {
    says: "A field that is written again outside of the constructor, and a getter.",
    code: `export class Queue {
  #closed = this.open();
  reopen() { this.#closed = this.open(); }
  async run(next) { while (true) await Promise.race([this.#closed, next()]); }
}`,
    unless: ["reopen() { this.#closed = this.open(); }", ""],
  },
  {
    says: "A channel that is received from anew in each turn: `ctx.done().receive()`.",
    code: loop("await Promise.race([ctx.done().receive(), next()]);", "", "ctx, next"),
    unless: [".receive()", ""],
  },
  {
    says: "A loop of a hundred turns or fewer, by a number in its head.",
    code: `export async function f(ended, next) {
  for (let i = 0; i < 100; i++) await Promise.race([ended, next()]);
}`,
    unless: ["i < 100", "i < 1_000"],
  },
  {
    says: "A loop that ends at a deadline: `while (Date.now() < deadline)`.",
    code: loop("await Promise.race([ended, next()]);", "", "ended, next, deadline").replace(
      "true",
      "Date.now() < deadline",
    ),
    unless: ["Date.now() < deadline", "next.count() < deadline"],
  },
];

/** Reports of loops that have few turns, or whose promise settles soon. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "A loop whose few turns are counted by a variable: `for (let run = 0; run < runs; run++)`.",
    code: `export async function f(ended, runs, next) {
  for (let run = 0; run < runs; run++) await Promise.race([ended, next()]);
}`,
    unless: ["run < runs", "run < 10"],
  },
  {
    says: "A deferred promise that settles soon, and whose settling the loop only waits for.",
    code: loop(
      "if (await Promise.race([received.then(() => true), next()])) return;",
      "const { promise: received, resolve } = Promise.withResolvers(); emitter.once('message', resolve);",
      "emitter, next",
    ),
    unless: [
      "const { promise: received, resolve } = Promise.withResolvers(); emitter.once('message', resolve);",
      "const received = emitter.next();",
    ],
  },
];
