import { isUnstoppable, type Acquisition } from "./acquisition.ts";
import { acquireNames } from "./words.ts";
import type { Release } from "./resource.ts";

/** The call that releases what is kept in a variable or member, as somebody would write it; "" where there is none. */
export function releaseCall(acquisition: Acquisition, kept: string): string {
  const { acquire, release } = acquisition.resource;
  if (isUnstoppable(acquisition)) return "";
  if (release.by === "call") return kept ? `${kept}()` : "it";
  if (release.by === "method") return `${kept}.${release.names[0]}()`;
  return `${nameOfClear(acquireNames(acquire)[0]!, release.of)}(${kept})`;
}

/** Of several functions that release, the one that is named like the acquire: `setInterval`, `clearInterval`. */
function nameOfClear(acquire: string, names: Extract<Release, { by: "argument" }>["of"]): string {
  return names.find((name) => name.replace(/^[a-z]+/, "") === acquire.replace(/^[a-z]+/, "")) ?? names[0]!;
}
