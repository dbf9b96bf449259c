import * as fc from "fast-check";

/**
 * Bodies of a function `(a, b, c, d, x, y, o)` that call `a` to `d` under conditions. The tests of one body are about
 * two places and two literals, so that they have to do with each other.
 */
export const bodies: fc.Arbitrary<string> = fc
  .record({
    places: fc.shuffledSubarray(["x", "y", "o.a", "o?.b"], { minLength: 2, maxLength: 2 }),
    literals: fc.shuffledSubarray(
      ["null", "undefined", "void 0", "false", "true", "0", "1", "''", "'a'", "'1'", "1n"],
      { minLength: 2, maxLength: 2 },
    ),
  })
  .chain(bodiesAbout);

interface Subject {
  readonly places: readonly string[];
  readonly literals: readonly string[];
}

function bodiesAbout(subject: Subject): fc.Arbitrary<string> {
  const tests = testsAbout(subject);
  const literal = fc.constantFrom(...subject.literals);
  const place = fc.constantFrom(...subject.places);
  const target = place.map((each) => each.replace("?", ""));
  const assign = fc.constantFrom("=", "=", "??=", "||=", "&&=");
  const call = fc.constantFrom("a();", "b();", "c();", "d();");
  const change = fc.oneof(fc.constant(""), write`${target} = ${fc.oneof(literal, place)};`);
  // The outcome of a test is kept, and both are asked for, perhaps behind a change.
  const keptIn = (keeps: string, test: string, kept = "t"): fc.Arbitrary<string> => {
    const [before, asks] = [fc.constant(`{ ${keeps}${test};`), fc.constantFrom(kept, `!${kept}`, test)];
    return write`${before} ${change}\nif (${asks}) { ${call} } ${change}\nif (${asks}) { ${call} }}`;
  };
  const { body } = fc.letrec<{ body: string; statement: string }>((tie) => ({
    body: fc.array(tie("statement"), { minLength: 2, maxLength: 4 }).map((list) => list.join("\n")),
    statement: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 3, arbitrary: write`if (${tests}) { ${call} }` },
      { weight: 1, arbitrary: write`if (${tests}) { ${call} return; }` },
      { weight: 1, arbitrary: write`${target} ${assign} ${fc.oneof(literal, place)};` },
      { weight: 2, arbitrary: write`if (${tests}) { ${tie("body")} }` },
      { weight: 1, arbitrary: write`if (${tests}) { ${tie("body")} } else { ${call} }` },
      { weight: 1, arbitrary: write`switch (${place}) { case ${literal}: ${call} case ${literal}: ${tie("body")} }` },
      { weight: 1, arbitrary: write`{ let x = ${literal};\nif (${tests}) { x = ${literal}; }\n${tie("body")} }` },
      { weight: 2, arbitrary: tests.chain((test) => keptIn("const t = ", test)) },
      { weight: 1, arbitrary: tests.chain((test) => keptIn("let t = false; t = ", test)) },
      { weight: 1, arbitrary: tests.chain((test) => keptIn("const t = { t: false }; t.t ||= ", test, "t.t")) },
    ),
  }));
  return body;
}

function testsAbout({ places, literals }: Subject): fc.Arbitrary<string> {
  const [place, literal] = [fc.constantFrom(...places), fc.constantFrom(...literals)];
  const operator = fc.constantFrom("===", "!==", "==", "!=", "===", "!==", "<", ">=");
  const type = fc.constantFrom("'string'", "'undefined'", "'object'");
  const { test } = fc.letrec<{ test: string }>((tie) => ({
    test: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 2, arbitrary: place },
      { weight: 4, arbitrary: write`${place} ${operator} ${literal}` },
      { weight: 1, arbitrary: write`${literal} ${operator} ${place}` },
      { weight: 1, arbitrary: write`${place} ${operator} ${place}` },
      { weight: 1, arbitrary: write`typeof ${place} === ${type}` },
      { weight: 1, arbitrary: write`!(${tie("test")})` },
      { weight: 1, arbitrary: write`(${tie("test")}) ${fc.constantFrom("&&", "||")} (${tie("test")})` },
    ),
  }));
  return test;
}

/** A template of which each hole is filled at random. */
function write(texts: TemplateStringsArray, ...holes: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...holes).map((filled) => String.raw({ raw: texts }, ...filled));
}
