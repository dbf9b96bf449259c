import type { TSESTree } from "@typescript-eslint/utils";
import { lint, sourceOf, type Subject } from "./apply.ts";

/**
 * What a fix without a second thought would make of the first report: the rest of the block in `try`, the release in
 * `finally` and nowhere else. Where a fixture declines, running this shows why. `undefined` where there is nothing to
 * wrap: the handle has no name, or no statement follows.
 */
export function naiveWrap(subject: Subject): string | undefined {
  const { text } = subject;
  const [report] = lint(subject);
  const handle = report && /`([\w.]+)`/.exec(report.message)?.[1];
  if (!report || !handle || /returns a cancel/.test(report.message)) return undefined;
  const source = sourceOf(subject);
  const at = source.getIndexFromLoc({ line: report.line, column: report.column - 1 });
  let node = source.getNodeByRangeIndex(at) as unknown as TSESTree.Node | undefined;
  while (node && !listAround(node)) node = node.parent;
  if (!node) return undefined;
  const rest = listAround(node)!.filter(({ range }) => range[0] >= node.range[1]);
  if (rest.length === 0) return undefined;
  const kept = rest.filter((each) => !releases(each, handle, text));
  const [start, end] = [rest[0]!.range[0], rest.at(-1)!.range[1]];
  const inside = kept.map(({ range }) => text.slice(...range)).join("\n");
  return `${text.slice(0, start)}try {\n${inside}\n} finally { ${handle}(); }${text.slice(end)}`;
}

/** The statements among which this one stands. */
function listAround(node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  const { parent } = node;
  if (parent?.type === "BlockStatement" || parent?.type === "Program" || parent?.type === "StaticBlock")
    return parent.body;
  return parent?.type === "SwitchCase" && parent.test !== node ? parent.consequent : undefined;
}

function releases(statement: TSESTree.Node, handle: string, text: string): boolean {
  return text.slice(...statement.range).replace(/;$/, "") === `${handle}()`;
}
