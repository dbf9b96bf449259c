// A function that sets something going and returns the function that ends it.
declare const window: { setTimeout(run: () => void, ms: number): number };
declare function load(): Promise<string>;
declare function report(error: unknown): void;
type Timer = ReturnType<typeof setTimeout>;

export function poll(show: (text: string) => void) {
  let timer: Timer | undefined;
  const turn = async () => {
    show(await load());
    timer = setTimeout(turn, 1000); // want never-released: "the wait on line 10"
  };
  void turn();
  return () => clearTimeout(timer);
}

export function pollGuarded(show: (text: string) => void) {
  let timer: Timer | undefined;
  let ended = false;
  const turn = async () => {
    show(await load());
    if (ended) return;
    timer = setTimeout(turn, 1000); // ok: it looks whether it has ended
  };
  void turn();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

export function pollCaught(show: (text: string) => void): () => void {
  let timer: Timer | undefined;
  function turn() {
    load()
      .then(show, report)
      .finally(() => {
        timer = setTimeout(turn, 1000); // want never-released: "the wait on line"
      });
  }
  turn();
  return stop;
  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }
}

export function pollSync(show: () => void) {
  let timer: Timer | undefined;
  const turn = () => {
    show();
    timer = setTimeout(turn, 1000); // ok: nothing is waited for
  };
  turn();
  return () => clearTimeout(timer);
}

export function debounce(run: () => void) {
  let timer: Timer | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, 1000); // ok: what is returned is no end
  };
}

export function debounceLoaded(run: (text: string) => void) {
  let timer: Timer | undefined;
  const arm = async () => {
    const text = await load();
    timer = setTimeout(() => run(text), 1000); // ok: the same with a name
  };
  return () => {
    clearTimeout(timer);
    void arm();
  };
}

export function waits(show: (text: string) => void) {
  let timer: Timer | undefined;
  let running: Promise<void>;
  const turn = async () => {
    show(await load());
    timer = setTimeout(() => (running = turn()), 1000); // ok: the end waits for the turn
  };
  running = turn();
  return async () => {
    await running;
    clearTimeout(timer);
  };
}

export function signalled(show: (text: string) => void, signal: AbortSignal) {
  let timer: Timer | undefined;
  const turn = async () => {
    show(await load());
    if (!signal.aborted) timer = setTimeout(turn, 1000); // ok: it asks for an end
  };
  void turn();
  return () => clearTimeout(timer);
}

export function marked(show: (text: string) => void) {
  let timer = 0;
  const turn = async () => {
    show(await load());
    if (timer === -1) return;
    timer = window.setTimeout(turn, 1000); // ok: the end leaves a mark in the variable
  };
  void turn();
  return () => {
    clearTimeout(timer);
    timer = -1;
  };
}

export class Marked {
  private timer: Timer | "over" | undefined;

  start(): void {
    void this.turn();
  }

  private async turn(): Promise<void> {
    await load();
    if (this.timer !== "over") this.timer = setTimeout(() => void this.turn(), 1000); // ok: so in an object
  }

  stop(): void {
    clearTimeout(this.timer as Timer);
    this.timer = "over";
  }
}

export function nothingIsNoMark(show: (text: string) => void) {
  let timer: Timer | null = null;
  const turn = async () => {
    show(await load());
    if (timer === null) show("first");
    timer = setTimeout(turn, 1000); // want never-released: "the wait on line"
  };
  void turn();
  return () => clearTimeout(timer!);
}
