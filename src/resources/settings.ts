import type { Like } from "./catalog/contexts/likes.ts";
import type { ForeignParent, Resource } from "./resource.ts";

/** One of your own modules that has the shape of a known context library. */
export interface ModuleSetting {
  /** The module as it is written in imports: `"@/lib/context"`. */
  readonly source: string;
  /** What its derives give. `go`: `[ctx, cancel]`; `loke`: `{ ctx, abort }`; `chord`: `{ context, cancel }`;
   * `signal-helper`: `{ signal, cleanup }`. */
  readonly like: Like;
  /** What a child of a context that is not the module's own costs there; absent: nothing is said. */
  readonly foreignParent?: Exclude<ForeignParent, "free">;
}

/** `settings.leaks` of your ESLint config: what the rules know beyond their catalog. */
export interface LeaksSettings {
  /** Your own context modules. */
  readonly modules?: readonly ModuleSetting[];
  /** Other resources, as full records of the type the catalog uses. */
  readonly resources?: readonly Resource[];
  /** Functions that release what they are given, as written at the call: `"safeRelease"`, `"pool.giveBack"`. */
  readonly releases?: readonly string[];
  /** Functions that take ownership of what they are given: `"registry.track"`. */
  readonly keeps?: readonly string[];
  /** What may throw: `"await"` (and `yield`, `for await`, `throw`), or `"calls"`: every call and `new` too. */
  readonly throws?: "await" | "calls";
  /** Applies every suggestion that is a rule's first choice as a fix, for a one-off clean-up. */
  readonly unsafeFixes?: boolean;
}
