import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord, propertyName } from "../ast/names.ts";
import { findPattern } from "../ast/patterns.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";
import { cancelWord, cleanupWord, deriveWord, signalWord, valueWord } from "./derive-words.ts";
import type { Part, Resource } from "./resource.ts";

/**
 * An acquire known by its shape alone: not awaited, taken apart into a context (or signal) and its release, from a
 * function named like a derive. This is how in-house contexts and `{ signal, cleanup }` helpers are found.
 *
 * @returns `undefined` when any part of the shape is missing: the word alone proves nothing (ECOSYSTEM: 70 of 70)
 */
export function matchShape(node: TSESTree.CallExpression | TSESTree.NewExpression): Acquisition | undefined {
  const name = calleeWord(node);
  if (!name || !deriveWord.test(name)) return undefined;
  const pattern = findPattern(node);
  const parts = pattern && (pattern.type === "ArrayPattern" ? tupleParts(pattern) : objectParts(pattern));
  return parts && acquisitionOf(node, name, shapeResource(name, parts));
}

export interface ShapeParts {
  readonly value: Part;
  readonly handle: Part;
}

/** `[ctx, cancel]`, and `[ctx, _]`: who writes the `_` knows that there is something to ignore. */
function tupleParts({ elements }: TSESTree.ArrayPattern): ShapeParts | undefined {
  const [value, handle] = elements.map((element) => boundName(element));
  if (elements.length !== 2 || !value || !handle || !valueWord.test(value)) return undefined;
  return isReleaseOf(value, handle) || handle === "_" ? { value: 0, handle: 1 } : undefined;
}

function objectParts({ properties }: TSESTree.ObjectPattern): ShapeParts | undefined {
  const names = properties.flatMap((property) => (property.type === "Property" ? (propertyName(property) ?? []) : []));
  const value = names.find((name) => valueWord.test(name));
  const handle = value && names.find((name) => isReleaseOf(value, name));
  return value && handle ? { value, handle } : undefined;
}

/** Is `handle` a name for the release of a value of the name `value`? */
export function isReleaseOf(value: string, handle: string): boolean {
  return cancelWord.test(handle) || (signalWord.test(value) && cleanupWord.test(handle));
}

function boundName(node: TSESTree.Node | null): string | undefined {
  const target = node?.type === "AssignmentPattern" ? node.left : node;
  if (target?.type === "Identifier") return target.name;
  return target?.type === "MemberExpression" && target.property.type === "Identifier"
    ? target.property.name
    : undefined;
}

/** What is known of an acquire by its shape: a timer and a link to the parent must be taken for granted. */
export function shapeResource(name: string, parts: ShapeParts): Resource {
  return {
    kind: "context",
    from: [],
    acquire: { call: name },
    ...parts,
    release: { by: "call" },
    holds: ["timer", "parent"],
    parent: "first",
  };
}
