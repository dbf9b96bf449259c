import { acquireNames } from "./known.ts";
import type { Release, Resource } from "./resource.ts";

/** The call that releases what is kept in a variable or member, as somebody would write it. */
export function releaseCall({ acquire, release }: Resource, kept: string): string {
  if (release.by === "call") return `${kept}()`;
  if (release.by === "method") return `${kept}.${release.names[0]}()`;
  return `${nameOfClear(acquireNames(acquire)[0]!, release.of)}(${kept})`;
}

/** Of several functions that release, the one that is named like the acquire: `setInterval`, `clearInterval`. */
function nameOfClear(acquire: string, names: Extract<Release, { by: "argument" }>["of"]): string {
  return names.find((name) => name.replace(/^[a-z]+/, "") === acquire.replace(/^[a-z]+/, "")) ?? names[0]!;
}
