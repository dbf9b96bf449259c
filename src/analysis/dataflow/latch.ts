import type { Slot, Writing } from "./slots.ts";
import { coversValue, type AbstractValue } from "./value.ts";

/**
 * What a slot keeps once it has it: `let done = false`, and whoever writes it, here or in a function that runs later,
 * writes `true`. `undefined` where two writes differ, or one of them is no literal.
 *
 * A variable of `var` is none: the declaration in a loop sets it back.
 */
export function latchOf({ variable, member }: Slot, writings: readonly Writing[]): AbstractValue | undefined {
  const declarator = variable.defs[0]?.node;
  if (variable.defs.length !== 1 || declarator?.type !== "VariableDeclarator") return undefined;
  const { parent: declaration } = declarator;
  if ((member === undefined && declaration.kind !== "let") || declaration.parent.type.startsWith("For"))
    return undefined;
  let latch: AbstractValue | undefined;
  for (const { isFirst, value } of writings) {
    if (!value || (latch && !isFirst && !isSame(latch, value))) return undefined;
    if (!isFirst) latch = value;
  }
  return latch;
}

function isSame(a: AbstractValue, b: AbstractValue): boolean {
  return coversValue(a, b) && coversValue(b, a);
}
