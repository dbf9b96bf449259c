/**
 * A program with an acquire, or a use of what was acquired, in the place of one of its expressions, or before one of
 * its statements. What comes out need not parse: a name in a pattern is no place for a call.
 */

// The numbers of hosts, of these and of those are prime to each other, so that each meets each in time.

/** What takes the place of an expression. `A` and `B` are the names that a host gives to handle and resource. */
const EXPRESSIONS = [
  "(setInterval(B, 5))",
  "A()",
  `(require("@loke/context").withTimeout(B, 5))`,
  "B",
  "(await B)",
  "A",
  "Promise.race([B, new Promise((_, reject) => setTimeout(reject, 5))])",
  "(yield A)",
  "(clearTimeout(A))",
  "new Promise((resolve, reject) => { B.then(resolve); setTimeout(reject, 5); })",
  `B.addEventListener("abort", A)`,
  "(() => A())()",
  "[A, B]",
];

/** What is put before a statement. */
const STATEMENTS = [
  "A();",
  "await work(B);",
  "if (work(B)) return;",
  `const { ctx: own, abort: end } = require("@loke/context").withTimeout(B, 5);`,
  "if (A) A();",
  "work(B);",
  "A = setInterval(work, 5);",
  "throw A;",
  "using it = A;",
  "clearInterval(A);",
  "A.push(B);",
];

/** Types of nodes that stand where an expression may stand, apart from the few names that do not. */
const IS_EXPRESSION = /^(?:Identifier|Literal|TemplateLiteral|.*Expression)$/;

const HAS_STATEMENTS = /^(?:Program|BlockStatement|StaticBlock|SwitchCase)$/;

/**
 * @param {import("eslint").SourceCode} sourceCode of the program
 * @param {{ a: string; b: string }} names
 * @param {number} turn which of the many: one place after the other is taken, and so is what stands there
 * @returns {string[]} at most two programs: one with another expression, one with a statement more
 */
export function graft(sourceCode, { a, b }, turn) {
  const { text } = sourceCode;
  const { expressions, statements } = placesIn(sourceCode);
  const put = (/** @type {string} */ model, /** @type {number} */ start, /** @type {number} */ end) =>
    text.slice(0, start) + model.replace(/\b[AB]\b/g, (name) => (name === "A" ? a : b)) + text.slice(end);
  return [
    ...expressions.slice(turn % expressions.length, turn % expressions.length + 1)
      .map(([start, end]) => put(take(EXPRESSIONS, turn), start, end)),
    ...statements.slice(turn % statements.length, turn % statements.length + 1)
      .map(([start]) => put(`${take(STATEMENTS, turn)} `, start, start)),
  ];
}

/**
 * @param {readonly string[]} list
 * @param {number} turn
 */
function take(list, turn) {
  return /** @type {string} */ (list[turn % list.length]);
}

/**
 * @param {import("eslint").SourceCode} sourceCode
 * @returns {{ expressions: [number, number][]; statements: [number, number][] }}
 */
function placesIn({ ast, visitorKeys }) {
  /** @type {[number, number][]} */
  const expressions = [];
  /** @type {[number, number][]} */
  const statements = [];
  const visit = (/** @type {any} */ node, isInList = false) => {
    if (isInList) statements.push(node.range);
    else if (IS_EXPRESSION.test(node.type)) expressions.push(node.range);
    for (const key of visitorKeys[node.type] ?? []) {
      const isList = HAS_STATEMENTS.test(node.type) && /^(?:body|consequent)$/.test(key);
      for (const child of [node[key]].flat()) if (child) visit(child, isList);
    }
  };
  visit(ast);
  return { expressions, statements };
}
