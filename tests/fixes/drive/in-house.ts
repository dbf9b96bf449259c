import type { World } from "./world.ts";

/** The signal helper that projects write for themselves: its clean-up lets go and aborts nothing. */
export function createDeadlineSignal(parent: AbortSignal, ms: number): { signal: AbortSignal; cleanup: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort(parent.reason);
  const timer = setTimeout(abort, ms);
  parent.addEventListener("abort", abort, { once: true });
  const cleanup = (): void => {
    clearTimeout(timer);
    parent.removeEventListener("abort", abort);
  };
  return { signal: controller.signal, cleanup };
}

/** A lease of a job, as queues have them: what its end does is seen by everyone, and twice is once too often. */
export function openJob(world: World): { job: { readonly signal: AbortSignal }; end: () => string } {
  const controller = new AbortController();
  const job = { signal: controller.signal };
  world.lease(job);
  const end = (): string => {
    if (controller.signal.aborted) throw new Error("the job has ended before");
    controller.abort();
    world.say("the job ends");
    return "ended";
  };
  return { job, end };
}

/** Something that is given the context and keeps it, as servers do: it answers until the context is cancelled. */
export class Server {
  readonly #world: World;
  #signal: AbortSignal | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  async listen({ signal }: { readonly signal?: AbortSignal }): Promise<void> {
    this.#signal = signal;
    await this.#world.work("listen");
  }

  ask(): void {
    this.#world.say(this.#signal?.aborted ? "the server is closed" : "the server answers");
  }
}
