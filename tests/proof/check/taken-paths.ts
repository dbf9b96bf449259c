import { Session, type Profiler } from "node:inspector/promises";

/** Tells which ways through the functions of the plugin a run takes. */
export class TakenPaths {
  readonly #session = new Session();
  readonly #sources: string;

  /** @param sources the folder of the functions that count */
  constructor(sources: string) {
    this.#sources = sources;
  }

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  }

  /** Each function that `run` calls, with those of its blocks that it enters: one text for each such pair. */
  async of(run: () => unknown): Promise<Set<string>> {
    await this.#session.post("Profiler.takePreciseCoverage");
    run();
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    const own = result.filter(({ url }) => url.includes(this.#sources));
    return new Set(own.flatMap(({ url, functions }) => functions.map((fn) => `${url} ${pathOf(fn)}`)));
  }

  stop(): void {
    this.#session.disconnect();
  }
}

function pathOf({ ranges }: Profiler.FunctionCoverage): string {
  return ranges.map(({ startOffset, count }) => `${startOffset}:${count}`).join(" ");
}
