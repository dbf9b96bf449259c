import parser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter, type Rule, type SourceCode } from "eslint";

/** Ways to write the same program, as others do: each gives the text of a program written so. */
export type Rewriting = (sourceCode: SourceCode) => string;

type Test = (value: TSESTree.Node, parent: TSESTree.Node) => boolean;
const isWritten = (property: TSESTree.Property, value: TSESTree.Node): boolean =>
  property.value === value && !property.shorthand && !property.method && property.kind === "init";
/** At the start of a statement a parenthesis would go on with the line before, where that has no semicolon. */
const isFirst = (value: TSESTree.Node): boolean => {
  let at: TSESTree.Node | undefined = value;
  while (at?.range[0] === value.range[0] && at.type !== "ExpressionStatement") at = at.parent;
  return at?.range[0] === value.range[0];
};
const isCallee: Test = (value, parent) => "callee" in parent && parent.callee === value;

/** Parentheses around all expressions of a kind. */
const parentheses: Readonly<Record<string, Test>> = {
  "() => (value)": (value, parent) => parent.type === "ArrowFunctionExpression" && parent.body === value,
  "name = (value)": (value, parent) => parent.type === "VariableDeclarator" && parent.init === value,
  "return (value)": (_, parent) => parent.type === "ReturnStatement",
  "f((value))": (value, parent) => /^(?:Call|New)Expression$/.test(parent.type) && !isCallee(value, parent),
  "[(value)]": (_, parent) => parent.type === "ArrayExpression",
  "{ key: (value) }": (value, parent) =>
    parent.type === "Property" && parent.parent.type === "ObjectExpression" && isWritten(parent, value),
  "(name).name": (value, parent) =>
    parent.type === "MemberExpression" && parent.object === value && value.type === "Identifier" && !isFirst(value),
  "await (value)": (_, parent) => parent.type === "AwaitExpression",
  "(await value)": ({ type }, parent) => type === "AwaitExpression" && parent.type !== "ExpressionStatement",
  "(f())": ({ type }, parent) => type === "CallExpression" && !/^(?:Expression|Chain)/.test(parent.type),
};

export const rewritings: Readonly<Record<string, Rewriting>> = {
  ...Object.fromEntries(
    Object.entries(parentheses).map(([name, holds]) => [name, (source: SourceCode) => addParentheses(source, holds)]),
  ),
  "no semicolons": withoutSemicolons,
  "other line ends": ({ text }) => text.replaceAll(/\r?\n/g, (end) => (end === "\n" ? "\r\n" : "\n")),
};

/** What a text is parsed to, and what is reported of it; no `sourceCode` where it does not parse. */
export interface Linted {
  readonly sourceCode: SourceCode | undefined;
  readonly reports: readonly Linter.LintMessage[];
}

/** Lints a text by the name of its file; without a config it is only parsed. */
export function lintText(text: string, path: string, config: Linter.Config[] = []): Linted {
  let sourceCode: SourceCode | undefined;
  const create: Rule.RuleModule["create"] = (context) => {
    ({ sourceCode } = context);
    return {};
  };
  const languageOptions = { parser, parserOptions: { ecmaFeatures: { jsx: path.endsWith("x") } } };
  const reading: Linter.Config = {
    files: ["**/*.*"],
    languageOptions,
    plugins: { own: { rules: { read: { create } } } },
    rules: { "own/read": "error" },
  };
  const reports = new Linter().verify(text, [reading, ...config], { filename: path.replaceAll("/", "-") });
  return { sourceCode, reports };
}

/** A program without its layout (of elements, the white space): two texts of which it is the same do the same. */
export function meaningOf({ ast }: SourceCode): string {
  const layout = new Set(["range", "loc", "start", "end", "tokens", "comments", "parent", "raw"]);
  return JSON.stringify(ast, (key, value: unknown) => {
    if (layout.has(key)) return undefined;
    return /string|bigint/.test(typeof value) ? String(value).replaceAll(/\s+/g, " ") : value;
  });
}

function addParentheses({ text, ast, visitorKeys }: SourceCode, holds: Test): string {
  const ranges: TSESTree.Range[] = [];
  const visit = (value: TSESTree.Node, parent: TSESTree.Node): void => {
    const isValue = /Expression$|^(?:Identifier|Literal|TemplateLiteral)$/.test(value.type);
    if (isValue && holds(value, parent)) ranges.push(value.range);
    for (const key of visitorKeys[value.type] ?? [])
      for (const child of [value[key as never] as TSESTree.Node | TSESTree.Node[]].flat())
        if (child) visit(child, value);
  };
  const program = ast as unknown as TSESTree.Program;
  for (const statement of program.body) visit(statement, program);
  const marks = ranges.flatMap(([start, end]) => [
    { at: start, mark: "(", size: end - start },
    { at: end, mark: ")", size: start - end },
  ]);
  // Of several at one place what closes comes first, and the outer one opens before the inner one.
  marks.sort((a, b) => b.at - a.at || a.size - b.size);
  return marks.reduce((result, { at, mark }) => result.slice(0, at) + mark + result.slice(at), text);
}

/** Before a bracket the semicolon stays, at the start of its line. */
function withoutSemicolons({ text, ast: { tokens } }: SourceCode): string {
  return tokens.reduceRight((result, token, index) => {
    const next = tokens[index + 1];
    const isLast = next && token.value === ";" && token.type === "Punctuator";
    if (!isLast || (next.value !== "}" && next.loc.start.line === token.loc.end.line)) return result;
    const cut = result.slice(0, token.range[0]) + result.slice(token.range[1]);
    const start = next.range[0] - 1;
    return /^[([`+\-/]/.test(next.value) ? `${cut.slice(0, start)};${cut.slice(start)}` : cut;
  }, text);
}
