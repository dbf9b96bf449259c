import type { TSESTree } from "@typescript-eslint/utils";
import { mayRepeat } from "../../ast/loops.ts";
import { isWithin, placeOf } from "../../ast/statement-list.ts";
import { outermost } from "../../ast/transparent.ts";

/**
 * The declaration of the variable that holds a promise, where one race comes of it at most: a race in a loop or in a
 * function would end with its first round what the others are limited by.
 *
 * @returns `undefined` too for a promise that no declaration holds
 */
export function madeBeside(promise: TSESTree.Node, race: TSESTree.Node): TSESTree.Statement | undefined {
  const declarator = outermost(promise).parent;
  const declaration = declarator.type === "VariableDeclarator" ? declarator.parent : undefined;
  const place = declaration && placeOf(declaration);
  return place && isWithin(race, place.parent) && !mayRepeat(race, place.parent) ? declaration : undefined;
}
