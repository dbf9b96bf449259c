import * as fc from "fast-check";
import type { Acquire, Case, Jump, Recipe, Step, Test, Value } from "./recipe.ts";

const DEPTH = 3;

/** A number that chooses among whatever stands in scope where it is printed. */
const pick = fc.nat({ max: 11 });

export const test: fc.Memo<Test> = fc.memo((depth) =>
  depth <= 1
    ? simpleTest
    : fc.oneof(
        { weight: 6, arbitrary: simpleTest },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant("not" as const), test: test() }) },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constantFrom("and" as const, "or" as const), left: test(), right: test() }),
        },
      ),
);

const simpleTest: fc.Arbitrary<Test> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("constant" as const), which: fc.nat({ max: 5 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("opaque" as const), awaited: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("flag" as const), flag: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("handle" as const), form: pick, of: pick }) },
);

const simpleValue: fc.Arbitrary<Value> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("plain" as const), form: pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("await" as const), form: pick }) },
);

export const value: fc.Memo<Value> = fc.memo((depth) =>
  depth <= 1
    ? simpleValue
    : fc.oneof(
        { weight: 6, arbitrary: simpleValue },
        { weight: 3, arbitrary: fc.record({ kind: fc.constant("call" as const), form: pick, value: value() }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant("yield" as const), value: value() }) },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant("choose" as const),
            form: pick,
            test: test(2),
            yes: value(),
            no: value(),
          }),
        },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant("assign" as const), form: pick, value: value() }) },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant("both" as const), form: pick, first: value(), second: value() }),
        },
      ),
);

export const acquire: fc.Arbitrary<Acquire> = fc.record({
  kind: fc.constant("acquire" as const),
  form: pick,
  slot: fc.nat({ max: 1 }),
  parent: pick,
});

export const jump: fc.Arbitrary<Jump> = fc.record({
  kind: fc.constant("jump" as const),
  form: pick,
  to: pick,
  value: value(2),
});

const simpleStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ kind: fc.constant("evaluate" as const), value: value(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("declare" as const), form: pick, value: value(3) }) },
  { weight: 3, arbitrary: jump },
  { weight: 2, arbitrary: acquire },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("release" as const), form: pick, of: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("escape" as const), form: pick, of: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forget" as const), slot: fc.nat({ max: 1 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("flag" as const), flag: fc.nat({ max: 2 }), value: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("alias" as const), of: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cleanup" as const), form: pick, of: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("using" as const), form: pick, of: pick }) },
);

const step: fc.Memo<Step> = fc.memo((depth) =>
  depth <= 1
    ? simpleStep
    : fc.oneof(
        { weight: 12, arbitrary: simpleStep },
        {
          weight: 4,
          arbitrary: fc.record({
            kind: fc.constant("if" as const),
            test: test(3),
            yes: steps(depth - 1),
            no: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: steps(depth - 1) }),
          }),
        },
        { weight: 4, arbitrary: scope(depth - 1) },
        {
          weight: 5,
          arbitrary: fc.record({
            kind: fc.constant("try" as const),
            body: steps(depth - 1),
            handler: fc.option(steps(depth - 1)),
            cleanup: fc.option(steps(depth - 1), { freq: 3 }),
          }),
        },
        { weight: 5, arbitrary: loop(depth) },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant("switch" as const),
            on: pick,
            cases: fc.array(oneCase(depth - 1), { minLength: 1, maxLength: 3, size: "max" }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant("block" as const), labelled: fc.boolean(), body: steps(depth - 1) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant("callback" as const), form: pick, body: steps(depth - 1) }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ kind: fc.constant("class" as const), value: value(2), body: steps(depth - 1) }),
        },
      ),
);

/** A few steps of any kind. */
export function steps(depth: number): fc.Arbitrary<Step[]> {
  return fc.array(step(depth), { minLength: 1, maxLength: 3, size: "max" });
}

function loop(depth: number): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constant("loop" as const),
    form: pick,
    labelled: fc.nat({ max: 2 }).map((n) => n > 0),
    test: test(2),
    body: loopBody(depth - 1),
  });
}

/** Every other loop has a `break` or `continue` under a condition, and every third one a loop inside. */
function loopBody(depth: number): fc.Arbitrary<Step[]> {
  const leave = jump.map((step) => ({ ...step, form: 6 + (step.form % 3) }));
  const some = { maxLength: 1, size: "max" } as const;
  const rest = fc.tuple(fc.array(leave, some), steps(depth)).map((parts) => parts.flat());
  if (depth <= 1) return rest;
  const nested = fc.tuple(loop(depth), rest).map(([inner, others]) => [inner, ...others]);
  return fc.oneof({ weight: 2, arbitrary: rest }, { weight: 1, arbitrary: nested });
}

function scope(depth: number): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constant("scope" as const),
    form: pick,
    acquire,
    which: fc.nat({ max: 5 }),
    body: steps(depth),
  });
}

function oneCase(depth: number): fc.Arbitrary<Case> {
  return fc.record({ value: fc.nat({ max: 2 }), body: steps(depth), breaks: fc.boolean() });
}

/** Random programs. Nearly all acquire something early, or there would be nothing to ask. */
export const arbitraryRecipe: fc.Arbitrary<Recipe> = fc.noBias(
  fc.record({
    form: fc.constantFrom("sync", "async", "async", "async", "generator", "asyncGenerator"),
    spelling: pick,
    body: fc
      .tuple(
        fc.array(step(2), { maxLength: 1, size: "max" }),
        fc.oneof(acquire, scope(DEPTH)),
        fc.array(step(DEPTH), { maxLength: 3, size: "max" }),
      )
      .map(([before, first, after]) => [...before, first, ...after]),
  }),
);
