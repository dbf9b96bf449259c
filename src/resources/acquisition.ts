import type { TSESTree } from "@typescript-eslint/utils";
import type { Part, Resource } from "./resource.ts";

/** One place where a resource is acquired. */
export interface Acquisition {
  /** The call or `new` whose result holds the resource. */
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The function as it is written there, for messages. */
  readonly name: string;
  readonly resource: Resource;
  /** The ways from the result to what is called, or given away, to release it. Any one of them will do. */
  readonly paths: readonly HandlePath[];
}

/** Where in the result the handle stands: a path of parts, each a property (or any of several) or an index. */
export type HandlePath = readonly (Part | readonly Part[])[];

function handlePath({ handle, release }: Resource): HandlePath {
  const path: (Part | readonly Part[])[] = handle === undefined ? [] : [handle];
  if (release.by === "method") path.push(release.names);
  return path;
}

/** An acquire of a resource as its record describes it. */
export function acquisitionOf(node: Acquisition["node"], name: string, resource: Resource): Acquisition {
  return { node, name, resource, paths: [handlePath(resource)] };
}

/** Can nothing release it? */
export function isUnstoppable({ resource: { release } }: Acquisition): boolean {
  return release.by === "argument" && release.of.length === 0;
}
