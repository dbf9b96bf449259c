import type { Resource } from "../../resource.ts";

type Parts = "value" | "handle" | "release" | "parent" | "traits";

/** What most ports of Go's `context` give, whatever they hold: `[ctx, cancel] = derive(parent, …)`. */
export const cancelTuple: Pick<Resource, Parts> = {
  value: 0,
  handle: 1,
  release: { by: "call" },
  parent: "first",
  traits: { idempotent: true, stateless: true },
};
