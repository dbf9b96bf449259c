/**
 * What shows that a promise outlives a loop:
 *
 * - `done`: it is asked of a context, which gives the same one every time
 * - `once`: it listens for an abort
 * - `deferred`: its resolve function is kept for later
 * - `field`, `module`: it lives with an object, or with the module
 * - `parameter`: its name says that it is an end
 * - `unknown`: somebody else made it, and its name says nothing: a guess
 */
export type Lifetime = (typeof lifetimes)[number];

/** All of them, as the option of the rule takes them. */
export const lifetimes = ["done", "once", "deferred", "field", "module", "parameter", "unknown"] as const;
