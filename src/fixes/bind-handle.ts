import type { TSESTree } from "@typescript-eslint/utils";
import { isPropertyNamed } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { outermost } from "../ast/transparent.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { startEvent } from "../analysis/obligations/solvable.ts";
import { variableOf } from "../scope/variables.ts";
import type { Edit } from "./fix.ts";
import { newName } from "./text/free-name.ts";

/** How a handle that is discarded gets a name. */
export interface Binding {
  readonly name: string;
  readonly edit: Edit;
}

/**
 * Binds the handle that a declaration leaves out or gives a name that says it is not used: `[ctx]` → `[ctx, cancel]`,
 * `{ ctx }` → `{ ctx, abort }`, `[ctx, _]` → `[ctx, cancel]`.
 *
 * @returns `undefined` where the result is not taken apart by a pattern with room for it
 */
export function bindHandle(sourceCode: SourceCode, obligation: Obligation): Binding | undefined {
  const { handle, release } = obligation.acquisition.resource;
  const declarator = outermost(startEvent(obligation)).parent;
  if (declarator.type !== "VariableDeclarator" || release.by !== "call") return undefined;
  const { id } = declarator;
  if (id.type === "ArrayPattern" && typeof handle === "number") return bindElement(sourceCode, id, handle);
  if (id.type === "ObjectPattern" && typeof handle === "string") return bindProperty(sourceCode, id, handle);
  return undefined;
}

function bindElement(sourceCode: SourceCode, pattern: TSESTree.ArrayPattern, index: number): Binding | undefined {
  const { elements } = pattern;
  const element = elements[index];
  if (element) return rename(sourceCode, element, "cancel");
  const before = elements[index - 1];
  if (elements.length !== index || !before || before.type === "RestElement") return undefined;
  const name = newName(sourceCode, pattern, "cancel");
  return { name, edit: { range: [before.range[1], before.range[1]], text: `, ${name}` } };
}

function bindProperty(sourceCode: SourceCode, pattern: TSESTree.ObjectPattern, key: string): Binding | undefined {
  const { properties } = pattern;
  const own = properties.find((each) => isPropertyNamed(each, key));
  if (own?.type === "Property") {
    const renamed = rename(sourceCode, own.value, key);
    return renamed?.name === key ? { name: key, edit: { range: own.range, text: key } } : renamed;
  }
  const last = properties.at(-1);
  if (last?.type !== "Property") return undefined;
  const name = newName(sourceCode, pattern, key);
  const text = name === key ? `, ${name}` : `, ${key}: ${name}`;
  return { name, edit: { range: [last.range[1], last.range[1]], text } };
}

/** A name that nobody reads gets one that says what it is: `_cancel` → `cancel`, `_` → the name of the part. */
function rename(sourceCode: SourceCode, target: TSESTree.Node, part: string): Binding | undefined {
  if (target.type !== "Identifier" || target.typeAnnotation) return undefined;
  const variable = variableOf(sourceCode, target);
  if (!variable || variable.references.some((reference) => !reference.init)) return undefined;
  const wanted = target.name.replace(/^_+/, "");
  const name = newName(sourceCode, target, /^[a-z]\w/i.test(wanted) ? wanted : part);
  return { name, edit: { range: target.range, text: name } };
}
