import type { Leak } from "../../obligations/leak.ts";
import type { Listening } from "./listening.ts";

/** A function that nobody keeps cannot be removed. */
export function causeOf({ uses }: Pick<Listening, "uses">): Leak["cause"] {
  return uses.variable ? "never-released" : "discarded";
}
