import { Session } from "node:inspector/promises";

/** Counts how often pieces of the plugin's own code run: calls, branches and turns of loops, as V8 sees them. */
export interface WorkCounter {
  /** The count since the last time it was asked for. */
  take(): Promise<number>;
  stop(): void;
}

/** Unlike the time a count is the same on any machine. It does not see what built-in functions do inside. */
export async function countWork(): Promise<WorkCounter> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    async take() {
      const { result } = await session.post("Profiler.takePreciseCoverage");
      const own = result.filter(({ url }) => /\/src\/(?:analysis|ast|fixes|resources|rules|scope)\//.test(url));
      return own
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
        .reduce((sum, { count }) => sum + count, 0);
    },
    stop: () => session.disconnect(),
  };
}
