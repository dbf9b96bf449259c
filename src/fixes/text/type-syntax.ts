import { fileNameOf } from "../../ast/file-name.ts";
import { oncePer, programOf } from "../../ast/once.ts";
import type { SourceCode } from "../../ast/source-code.ts";

/** How a file says of what type something is: as TypeScript, in comments that are checked, or not at all. */
export type TypeSyntax = "annotation" | "comment" | "none";

/**
 * How types are written in a file. A name with `.ts` or `.js` tells; the script of a component tells by its `lang`, if
 * its parser knows types too. JavaScript that the options of its project have checked shows that by the comments which
 * only a check reads; where there is none of them it is taken for unchecked.
 */
export const typeSyntaxOf: (sourceCode: SourceCode) => TypeSyntax = oncePer((sourceCode) => {
  const name = fileNameOf(sourceCode) ?? "";
  if (/\.(?:[cm]?tsx?|gts)$/.test(name)) return "annotation";
  const isTyped = sourceCode.parserServices?.esTreeNodeToTSNodeMap !== undefined;
  const isComponent = /\.astro$/.test(name) || /<script\b[^>]*\blang\s*=\s*["']?tsx?\b/i.test(sourceCode.text);
  if (isTyped && isComponent && !/\.[cm]?jsx?$/.test(name)) return "annotation";
  return isChecked(sourceCode) ? "comment" : "none";
}, programOf);

/** Does a file begin with `// @ts-check`, or say elsewhere what a check should take something for? */
function isChecked(sourceCode: SourceCode): boolean {
  const first = sourceCode.getFirstToken(sourceCode.ast)!.range[0];
  const comments = sourceCode.getAllComments();
  const pragmas = comments.filter(
    ({ type, value, range }) => type === "Line" && range[0] < first && /^\/?\s*@ts-(?:no)?check\b/.test(value),
  );
  const pragma = pragmas.at(-1);
  return pragma ? pragma.value.includes("@ts-check") : comments.some(({ value }) => forCheck.test(value));
}

/** Comments that nothing but a check of types reads. Documentation has `@param` and `@returns` as well. */
const forCheck = /^\/?\s*@ts-(?:expect-error|ignore)\b|^\*[^]*@(?:type|satisfies)\s*\{/;

/** `let name: type`, as the file writes types, without a semicolon. */
export function declarationOf(sourceCode: SourceCode, name: string, type: string): string {
  const syntax = typeSyntaxOf(sourceCode);
  if (syntax === "annotation") return `let ${name}: ${type}`;
  return syntax === "comment" ? `/** @type {${type}} */ let ${name}` : `let ${name}`;
}
