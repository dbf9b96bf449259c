import type { TSESTree } from "@typescript-eslint/utils";
import { oncePer } from "./once.ts";

/**
 * Is a node the name of a whole package, as it is imported or required: `es` of `import es from "event-stream"`? What
 * other files of the project give, and data, may be lists.
 *
 * It does not see: a name that something inside of a function has as well.
 */
export function isPackage(node: TSESTree.Node): boolean {
  return node.type === "Identifier" && packagesOf(programAround(node)).has(node.name);
}

function programAround(node: TSESTree.Node): TSESTree.Program {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}

const packagesOf = oncePer(({ body }: TSESTree.Program): ReadonlySet<string> => {
  const names = body.flatMap((statement) => {
    if (statement.type === "ImportDeclaration") return isOfPackage(statement.source) ? namesOfWhole(statement) : [];
    return statement.type === "VariableDeclaration" ? statement.declarations.flatMap(nameOfRequired) : [];
  });
  return new Set(names);
});

function namesOfWhole({ specifiers }: TSESTree.ImportDeclaration): string[] {
  return specifiers.flatMap(({ type, local }) => (type === "ImportSpecifier" ? [] : local.name));
}

function nameOfRequired({ id, init }: TSESTree.VariableDeclarator): string[] {
  if (id.type !== "Identifier" || init?.type !== "CallExpression") return [];
  const isRequired = init.callee.type === "Identifier" && init.callee.name === "require";
  return isRequired && isOfPackage(init.arguments[0]) ? [id.name] : [];
}

function isOfPackage(source: TSESTree.Node | undefined): boolean {
  return source?.type === "Literal" && typeof source.value === "string" && packageName.test(source.value);
}

/** `event-stream` and `@scope/name`, not `./list`, `~/list`, `@/list`, `#list`, and not the data of a package. */
const packageName = /^(?:@[\w-]+\/)?[\w-](?!.*\.json$)/;
