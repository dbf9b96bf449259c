import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import { isHarmless } from "../harmless.ts";

/** Does a reaction to a promise do nothing but give a value or throw? */
export function onlyGives(reaction: TSESTree.Node): boolean {
  if (!isFunction(reaction)) return false;
  if (reaction.body.type !== "BlockStatement") return isHarmless(reaction.body);
  return reaction.body.body.every(
    (each) =>
      (each.type === "ReturnStatement" || each.type === "ThrowStatement") &&
      (!each.argument || isHarmless(each.argument)),
  );
}
