/** A function that is given code to run when a server shuts down: what that starts can only delay the end. */
export interface ShutdownHooks {
  readonly modules: readonly string[];
  readonly source: string;
  /** The method that is given the hook behind its name. */
  readonly method: string;
  readonly names: readonly string[];
}

/** Hooks that run while a server closes. */
export const shutdownHooks: readonly ShutdownHooks[] = [
  {
    modules: ["fastify"],
    source: "fastify 5, docs/Reference/Hooks.md, sections preClose and onClose",
    method: "addHook",
    names: ["preClose", "onClose"],
  },
];
