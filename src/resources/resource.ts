/**
 * The family of a resource. A kind belongs to one rule, so turning a rule off never moves its reports to another. A
 * timer that a promise must outrun is a `race-timer`.
 */
export type ResourceKind = "context" | "timer" | "race-timer" | "listener" | "pooled";

/** The kinds that a rule reports. A resource of any other in the settings would be a silent nothing, and is refused. */
export const reportedKinds: readonly ResourceKind[] = ["context", "timer", "race-timer", "listener"];

/** What an open obligation keeps alive: a timer, a link or listener in the parent, a place in a pool, an open file. */
export type Held = "timer" | "parent" | "pool" | "file" | "memory";

/** Where one part stands in the result of an acquire: a tuple index or a property name. */
export type Part = number | string;

/**
 * How a resource comes into being. `call`: an exported function, `new`: an exported class, `method`: a method of that
 * name on a value of the library (for methods of one class, `on` names the class as exported).
 */
export type Acquire =
  | { readonly call: string | readonly string[] }
  | { readonly new: string | readonly string[] }
  | { readonly method: string | readonly string[]; readonly on?: string };

/**
 * How a handle is released. `call`: the handle is a function and is called; `method`: a method of the handle;
 * `argument`: the handle is given to one of these functions or methods (`clearTimeout(id)`, `pool.release(client)`), or
 * one of its own `methods` is called, if it has such. `of` is empty where nothing can release it.
 */
export type Release =
  | { readonly by: "call" }
  | { readonly by: "method"; readonly names: readonly string[] }
  | { readonly by: "argument"; readonly of: readonly string[]; readonly methods?: readonly string[] };

/** What makes a resource cost nothing, wherever it stands: a method of the handle is called, an option is `false`. */
export interface Harmless {
  readonly methods?: readonly string[];
  readonly options?: readonly string[];
}

/** What must hold of a release before `--fix` may add a call of it. Without this it is left to suggestions. */
export interface ReleaseTraits {
  /** A second call does nothing. */
  readonly idempotent: boolean;
  /** Its effect does not depend on what happened since the acquire (unlike a client's release inside a transaction). */
  readonly stateless: boolean;
}

/** One acquire of a library and what it obliges to. The same record is accepted in `settings.leaks.resources`. */
export interface Resource {
  readonly kind: ResourceKind;
  /** The module specifiers it is exported from; `["global"]` for globals. */
  readonly from: readonly string[];
  readonly acquire: Acquire;
  /** Where the usable value (context, signal) stands in the result; absent when the result itself is it. */
  readonly value?: Part;
  /** Where the handle stands in the result; absent when the result itself is the handle. */
  readonly handle?: Part;
  readonly release: Release;
  /** The acquire returns a promise of the result: the obligation begins when it is awaited. */
  readonly awaited?: boolean;
  /** Empty: a discarded handle costs nothing, and that cause is quiet. */
  readonly holds: readonly Held[];
  /** Which argument is the parent, or the receiver of a method. Absent: no parent. */
  readonly parent?: "first" | "last" | "receiver";
  readonly traits?: ReleaseTraits;
  /** The result is disposable, and disposing of it is the release: by `using`, or by `await using`. */
  readonly disposable?: "sync" | "async";
  /** The handle's type admits null, though it never is: a call that a suggestion writes asks first (`cancel?.()`). */
  readonly nullable?: boolean;
  /** It ends by itself. So an activation owes its release only if it releases it on some path. */
  readonly expires?: boolean;
  /** Which argument says after how long; where that is absent or 0, it ends at once. */
  readonly delay?: number;
  /** Programs may mean it to last as long as they run, where it is made once and never released. */
  readonly lasting?: boolean;
  readonly harmless?: Harmless;
}

/** Resources of one or several modules, with the place where the facts were read. */
export interface ResourceModule {
  /** The module specifiers users import it by; `"global"` for globals. */
  readonly modules: readonly string[];
  /** Where the facts were read: package and version, or repository and commit, with the file. */
  readonly source: string;
  readonly resources: readonly Omit<Resource, "kind" | "from">[];
}

/**
 * What a library does when a child is derived from a context that is not its own (rule no-fallback-watcher). `watcher`:
 * it waits on the parent for each child, and no cancel ends that; `throws`: it takes no such parent; `unpropagated`:
 * the end of the parent never reaches the child; `free`: nothing of the kind, or not in every case.
 */
export type ForeignParent = "watcher" | "throws" | "unpropagated" | "free";

/**
 * The ways to make a context of one's own out of a library's: a `class` (or an object) with the members of a context,
 * `spread` (`{ ...ctx }`, `Object.assign({}, ctx)`), `create` (`Object.create(ctx)`), `proxy` (`new Proxy(ctx, …)`).
 */
export type WrapperForm = "class" | "spread" | "create" | "proxy";

/** What a library does with each form of a foreign parent; `tests/consequences` counts it. */
export type ForeignParents = Readonly<Record<WrapperForm, ForeignParent>>;

/** One context library of the catalog: its modules, what was read to know it, and its resources. */
export interface Library {
  /** The module specifiers users import it by. */
  readonly modules: readonly string[];
  /** Where the facts were read: package and version, or repository and commit, with the file. */
  readonly source: string;
  /** Exports that are (or return) a root context, one that never ends: a link to it holds nothing. */
  readonly roots: readonly string[];
  /** Absent where it is not known, and where children come from methods, so that no foreign parent can be passed. */
  readonly foreignParent?: ForeignParents;
  /**
   * A foreign parent may tell of its end by a method `afterFunc`, as Go's `afterFuncer`. No library in which a class
   * costs something has this, so that no rule suggests such a method.
   */
  readonly honoursAfterFunc?: true;
  /** Exports that add a value to their first argument and leave a foreign parent what it is: no cure. */
  readonly values?: readonly string[];
  readonly resources: readonly Omit<Resource, "kind" | "from">[];
}
