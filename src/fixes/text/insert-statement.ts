import type { TSESTree } from "@typescript-eslint/utils";
import { isDirective } from "../../ast/directive.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Edit } from "../fix.ts";
import { indentAt, indentUnit, isFirstOnLine, lineBreakOf, nextLine } from "./lines.ts";

/** A statement behind another one of the same list: on a line of its own, if the other one has its line to itself. */
export function insertBehind(sourceCode: SourceCode, statement: TSESTree.Node, written: string): Edit {
  const { text } = sourceCode;
  const [start, end] = statement.range;
  const line = nextLine(text, end);
  const isAlone = isFirstOnLine(text, start) && /^\s*(?:\/\/.*)?\s*$/.test(text.slice(end, line));
  if (!isAlone) return { range: [end, end], text: `${endOf(sourceCode.getText(statement))} ${written}` };
  const lineBreak = lineBreakOf(text);
  const isLastLine = line === text.length && !text.endsWith("\n");
  const inserted = indentAt(text, start) + written;
  return { range: [line, line], text: isLastLine ? lineBreak + inserted : inserted + lineBreak };
}

/** A statement at the start of a block, behind the directives in it. */
export function insertFirst(sourceCode: SourceCode, block: TSESTree.BlockStatement, written: string): Edit {
  const directives = block.body.filter((each) => isDirective(each));
  const directive = directives.at(-1);
  if (directive) {
    const next = block.body[directives.length];
    const isOnLine = next?.loc.start.line === directive.loc.end.line;
    return insertBehind(sourceCode, directive, isOnLine ? written + endOf(written) : written);
  }
  const { text } = sourceCode;
  const at = block.range[0] + 1;
  const [first] = block.body;
  const isOnLine = block.loc.start.line === (first ?? block).loc[first ? "start" : "end"].line;
  if (isOnLine) return { range: [at, at], text: first ? ` ${written}${endOf(written)}` : ` ${written} ` };
  const indent = first
    ? indentAt(text, first.range[0])
    : indentAt(text, block.range[0]) + indentUnit(sourceCode, block);
  return { range: [at, at], text: lineBreakOf(text) + indent + written };
}

/** What a statement lacks before another one on its line. */
function endOf(statement: string): string {
  return statement.endsWith(";") ? "" : ";";
}
