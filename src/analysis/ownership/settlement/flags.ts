import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Variable } from "../../../scope/variables.ts";
import type { Place } from "../../dataflow/places.ts";
import { slotOf, writingsOf, type Slot } from "../../dataflow/slots.ts";
import { kinds, type AbstractValue } from "../../dataflow/value.ts";
import { abortFlagAt } from "./abort-flag.ts";

/** What begins with one value and is given others, all of which are seen. */
export interface Flag {
  /** By what it is reached: itself, the object it is a member of, the controller whose signal it is. */
  readonly variable: Variable;
  readonly history: () => History;
}

/** The values that a flag has; `undefined` for one that is not written there. */
export interface History {
  readonly first: AbstractValue | undefined;
  readonly later: readonly { readonly node: TSESTree.Node; readonly value: AbstractValue | undefined }[];
}

/** The flag that a test asks for: a variable, a member of an object of one name, or whether a signal is aborted. */
export function flagAt(sourceCode: SourceCode, place: Place): Flag | undefined {
  const slot = slotOf(place);
  return slot ? { variable: slot.variable, history: () => historyOf(slot) } : abortFlagAt(sourceCode, place);
}

function historyOf(slot: Slot): History {
  const writings = writingsOf(slot);
  const firsts = writings.filter(({ isFirst }) => isFirst);
  const later = writings.flatMap(({ target, isFirst, value }) => (isFirst ? [] : { node: target, value }));
  return { first: firsts.length > 0 ? onlyOne(firsts)?.value : beginningOf(slot), later };
}

function onlyOne<T>([first, ...more]: readonly T[]): T | undefined {
  return more.length === 0 ? first : undefined;
}

/** `var late;` is declared once, and sets back nothing. */
function beginningOf({ variable: { defs } }: Slot): AbstractValue | undefined {
  return onlyOne(defs)?.node.type === "VariableDeclarator" ? { kinds: kinds.undefined } : undefined;
}
