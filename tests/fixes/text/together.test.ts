import { expect, it } from "vitest";
import { fix, lint, type Subject } from "../harness/apply.ts";

const subject = (lines: readonly string[], end = "\n"): Subject => ({
  name: "file.js",
  rule: "no-lost-cancel",
  text: [`import { withTimeout } from "@loke/context";`, ...lines, ""].join(end),
});
const twelve = Array.from({ length: 12 }, (_, i) => i);

it("fixes twelve nested resources of one block at once", () => {
  const given = subject([
    "async function run(parent) {",
    ...twelve.map((i) => `  const { ctx: c${i}, abort: a${i} } = withTimeout(parent, 5);\n  await work(c${i});`),
    ...twelve.map((i) => `  a${11 - i}();`),
    "}",
  ]);
  const fixed = fix(given);
  expect(lint({ ...given, text: fixed })).toEqual([]);
  expect(fixed.match(/finally/g)).toHaveLength(12);
});

it("shares one `finally` between resources acquired one directly after the other, the last released first", () => {
  const given = subject([
    "async function run(parent) {",
    ...twelve.map((i) => `  const { ctx: c${i}, abort: a${i} } = withTimeout(parent, 5);`),
    "  await work(c0);",
    ...twelve.map((i) => `  a${i}();`),
    "}",
  ]);
  const released = [...fix(given).matchAll(/^ {4}a(\d+)\(\);$/gm)].map(([, i]) => Number(i));
  expect(fix(given).match(/finally/g)).toHaveLength(1);
  expect(released).toEqual(twelve.toReversed());
});

it("keeps the line ends of the file", () => {
  const given = subject(
    [
      "async function run(parent) {",
      "\tconst { ctx, abort } = withTimeout(parent, 5);",
      "\tawait work(ctx, `a",
      " b`);",
      "\tabort(); // done",
      "}",
    ],
    "\r\n",
  );
  const fixed = fix(given);
  expect(fixed).not.toMatch(/(?<!\r)\n/);
  expect(fixed).toContain("\ttry {\r\n\t\tawait work(ctx, `a\r\n b`);\r\n\t} finally {\r\n\t\tabort(); // done\r\n\t}");
});

it("gives each of two fixes in one block a name of its own", () => {
  const promise = (name: string): string =>
    `  const ${name} = await new Promise((resolve, reject) => {\n` +
    `    signal.addEventListener("abort", reject, { once: true });\n    work().then(resolve, reject);\n  });`;
  const given: Subject = {
    name: "file.js",
    rule: "no-leaked-abort-listener",
    text: ["async function run(signal, work) {", promise("a"), promise("b"), "  return [a, b];", "}", ""].join("\n"),
  };
  const fixed = fix(given);
  expect(lint({ ...given, text: fixed })).toEqual([]);
  expect([...fixed.matchAll(/const (settled\d?) =/g)].map(([, name]) => name)).toEqual(["settled", "settled2"]);
});
