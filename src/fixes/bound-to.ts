import type { Obligation } from "../analysis/obligations/obligation.ts";
import type { Variable } from "../scope/variables.ts";

/** The variables that the result of an acquire is bound to, its parts and its handle. */
export function boundTo({ holders, companions }: Obligation): Variable[] {
  return [...companions, ...holders.flatMap(({ variable }) => variable ?? [])];
}
