import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { findPlace, placeOfMember, type Place } from "../../dataflow/places.ts";

/** Where a signal stands: as it is written, and where a variable has it from: `const { signal } = options`. */
export function placesOfSignal(sourceCode: SourceCode, signal: TSESTree.Node): Place[] {
  const node = unwrap(signal);
  const definition = variableOf(sourceCode, node)?.defs[0];
  const declarator = definition?.type === "Variable" ? definition.node : undefined;
  const source = declarator?.init && findPlace(sourceCode, declarator.init);
  const member = source && definition?.name.type === "Identifier" ? memberOf(source, definition.name) : undefined;
  return [findPlace(sourceCode, node), member].filter((each) => each !== undefined);
}

/** The member of an object that a name in a declaration takes, or the object itself. */
function memberOf(source: Place, name: TSESTree.Identifier): Place | undefined {
  const property = name.parent;
  if (property.type === "VariableDeclarator") return source;
  const key = property.type === "Property" ? propertyName(property) : undefined;
  return key === undefined ? undefined : placeOfMember(source, key);
}
