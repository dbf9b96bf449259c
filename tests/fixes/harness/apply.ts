import parser from "@typescript-eslint/parser";
import { Linter, type SourceCode } from "eslint";
import plugin from "../../../src/index.ts";

/** What is linted, and how. */
export interface Subject {
  readonly text: string;
  readonly name: string;
  readonly rule: string;
  readonly settings?: object | undefined;
}

/** What ESLint makes of a text: the rule alone, with its defaults. */
export function lint({ text, ...subject }: Subject): Linter.LintMessage[] {
  return new Linter().verify(text, configFor(subject), { filename: subject.name });
}

/** The text after `eslint --fix`, which runs up to ten times. */
export function fix({ text, ...subject }: Subject): string {
  return new Linter().verifyAndFix(text, configFor(subject), { filename: subject.name }).output;
}

/** The text after the suggestions with such a title were applied, one at a time, until none is left. */
export function suggest(subject: Subject, title: string): string {
  let { text } = subject;
  for (let turn = 0; turn < 10; turn++) {
    const suggestions = lint({ ...subject, text }).flatMap((message) => message.suggestions ?? []);
    const wanted = suggestions.find(({ desc }) => desc.includes(title));
    if (!wanted) return text;
    const { range, text: replacement } = wanted.fix;
    text = text.slice(0, range[0]) + replacement + text.slice(range[1]);
  }
  throw new Error(`applying "${title}" never ends`);
}

/** The texts of its comments, sorted: a fix may move one, but not lose it. */
export function commentsOf({ text, ...subject }: Subject): string[] {
  return sourceOf({ text, ...subject })
    .getAllComments()
    .map(({ value }) => value.replace(/\s+/g, " "))
    .sort();
}

/** The parsed text. Throws where it has a syntax error. */
export function sourceOf({ text, ...subject }: Subject): SourceCode {
  const linter = new Linter();
  const fatal = linter.verify(text, configFor(subject), { filename: subject.name }).find((message) => message.fatal);
  if (fatal) throw new SyntaxError(`${subject.name}:${fatal.line}: ${fatal.message}\n${text}`);
  return linter.getSourceCode();
}

function configFor({ name, rule, settings }: Omit<Subject, "text">): Linter.Config[] {
  return [
    {
      files: ["**/*.*"],
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: name.endsWith("x") } } },
      plugins: { leaks: plugin },
      rules: { [`leaks/${rule}`]: "error" },
      settings: { leaks: settings ?? {} },
    },
    { files: ["**/*.{ts,tsx,mts,cts}"], languageOptions: { parser } },
  ];
}
