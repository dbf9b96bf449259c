import parser from "@typescript-eslint/parser";
import type { TSESTree } from "@typescript-eslint/utils";
import { Linter, type Rule } from "eslint";

/** A place where types may be written behind a value, and the program does what it did. */
export interface Place {
  readonly name: string;
  readonly types: string;
  readonly holds: (value: TSESTree.Node, parent: TSESTree.Node) => boolean;
}

const notNull = "!";
const cast = " as unknown as any";

export const places: readonly Place[] = [
  { name: "signal!.addEventListener()", types: notNull, holds: isReceiver },
  { name: "clearTimeout(this.timer!)", types: notNull, holds: (value, of) => isCall(of) && of.callee !== value },
  { name: "cancel!()", types: notNull, holds: isOwnCallee },
  { name: "const timer = setTimeout() as T", types: cast, holds: isGiven },
  { name: "return timer as T", types: cast, holds: isReturned },
];

/**
 * A program with types behind each value at such a place. Globals, classes and functions stay bare, since nobody writes
 * `Promise!.race`, and so does all that is no name, member, call or `await`.
 */
export function addTypes(text: string, filename: string, { types, holds }: Place): string {
  const ends: number[] = [];
  const create: Rule.RuleModule["create"] = ({ sourceCode }) => {
    const mayBeNothing = (name: Rule.Node): boolean => {
      const references = sourceCode.getScope(name).references;
      const found = references.find(({ identifier }) => identifier === name)?.resolved?.defs[0]?.type;
      return found === "Variable" || found === "Parameter";
    };
    return {
      ":matches(Identifier, MemberExpression, CallExpression, NewExpression, AwaitExpression, ThisExpression)"(
        node: Rule.Node,
      ) {
        const value = node as unknown as TSESTree.Node;
        if (!value.parent || !holds(value, value.parent)) return;
        if (node.type !== "Identifier" || mayBeNothing(node)) ends.push(value.range[1]);
      },
    };
  };
  const config: Linter.Config = {
    files: ["**/*.*"],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: filename.endsWith("x") } } },
    plugins: { types: { rules: { add: { create } } } },
    rules: { "types/add": "error" },
  };
  new Linter().verify(text, config, { filename });
  return ends.sort((a, b) => b - a).reduce((result, end) => result.slice(0, end) + types + result.slice(end), text);
}

function isReceiver(value: TSESTree.Node, parent: TSESTree.Node): boolean {
  return parent.type === "MemberExpression" && parent.object === value && value.type !== "CallExpression";
}

/** A variable, or a member of `this`: what may be missing, but for a method that is known to be there. */
function isOwnCallee(value: TSESTree.Node, parent: TSESTree.Node): boolean {
  const isOwn =
    value.type === "Identifier" || (value.type === "MemberExpression" && value.object.type === "ThisExpression");
  return isOwn && parent.type === "CallExpression" && parent.callee === value;
}

function isCall(node: TSESTree.Node): node is TSESTree.CallExpression | TSESTree.NewExpression {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

function isGiven(value: TSESTree.Node, parent: TSESTree.Node): boolean {
  if (parent.type === "AssignmentExpression") return parent.right === value && parent.operator === "=";
  return (
    (parent.type === "VariableDeclarator" && parent.init === value) ||
    (parent.type === "PropertyDefinition" && parent.value === value)
  );
}

function isReturned(value: TSESTree.Node, parent: TSESTree.Node): boolean {
  return parent.type === "ReturnStatement" || (parent.type === "ArrowFunctionExpression" && parent.body === value);
}
