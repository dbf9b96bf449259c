import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../ast/node-at.ts";
import { unwrap } from "../ast/transparent.ts";
import { variableOf } from "../scope/variables.ts";
import type { Acquisition } from "./acquisition.ts";
import { platformTimers } from "./catalog/timers/platform.ts";
import { matchGlobal } from "./match-global.ts";
import type { Resource } from "./resource.ts";

const { modules, resources } = platformTimers;
const timers: readonly Resource[] = resources.map((resource) => ({ ...resource, kind: "timer", from: modules }));

/** The word that is looked for: far fewer files clear a timer than set one. */
const clear = "clearTimeout";

/** Does a text clear a timer anywhere? */
export function clearsTimers(text: string): boolean {
  return text.includes(clear);
}

/** Every timer of a file whose id is kept in a variable that is given to `clearTimeout`, in the order of the text. */
export function findClearedTimers(sourceCode: Readonly<TSESLint.SourceCode>): Acquisition[] {
  const { text } = sourceCode;
  const variables = new Set<TSESLint.Scope.Variable>();
  for (let at = text.indexOf(clear); at >= 0; at = text.indexOf(clear, at + clear.length)) {
    const id = clearedAt(nodeAt(sourceCode, at));
    const variable = id && variableOf(sourceCode, id);
    if (variable) variables.add(variable);
  }
  const found = [...variables].flatMap(({ references }) =>
    references.flatMap(({ writeExpr }) => {
      const call = writeExpr && unwrap(writeExpr);
      return (call?.type === "CallExpression" && matchGlobal(sourceCode, call, timers)) || [];
    }),
  );
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** The name that is cleared where the word `clearTimeout` stands. */
function clearedAt(word: TSESTree.Node): TSESTree.Identifier | undefined {
  const callee = word.parent?.type === "MemberExpression" ? word.parent : word;
  const call = callee.parent;
  if (call?.type !== "CallExpression" || call.callee !== callee) return undefined;
  const [id] = call.arguments;
  const name = id && unwrap(id);
  return name?.type === "Identifier" ? name : undefined;
}
