import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";

/**
 * Is a call told to give its failures as results, `execa("npm", ["test"], { reject: false })`? The options are those of
 * execa (`reject`) and of zx (`nothrow`); the names say the same wherever they stand.
 *
 * It does not see options that are put together, `{ ...defaults }`, and those of another file.
 */
export function givesFailures(sourceCode: SourceCode, call: TSESTree.Node): boolean {
  if (call.type !== "CallExpression") return false;
  return call.arguments.some((each) => {
    const given = constantValue(variableOf(sourceCode, each)) ?? each;
    const options = unwrap(given);
    if (options.type !== "ObjectExpression") return false;
    const said = options.properties.findIndex(saysSo);
    // What is spread in behind it may say otherwise.
    return said >= 0 && options.properties.slice(said).every(({ type }) => type === "Property");
  });
}

function saysSo(property: TSESTree.ObjectLiteralElement): boolean {
  const value = property.type === "Property" ? unwrap(property.value) : undefined;
  if (property.type !== "Property" || value?.type !== "Literal") return false;
  const name = propertyName(property);
  return (name === "reject" && value.value === false) || (name === "nothrow" && value.value === true);
}
