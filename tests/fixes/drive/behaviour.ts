/** What a program did on one path. */
export interface Behaviour {
  /** What happened in its world, in the order it was asked for: which path this is. */
  readonly path: string;
  /** What it gave or threw. */
  readonly outcome: string;
  /** Its side effects, in their order. */
  readonly log: readonly string[];
  readonly rejections: readonly string[];
  /** Timers, listeners and watchers that are still there when all work is done. */
  readonly held: number;
}

/** What a program did on all its paths, or why it could not be run. */
export interface Execution {
  readonly behaviours: readonly Behaviour[];
  readonly failure?: string;
}
