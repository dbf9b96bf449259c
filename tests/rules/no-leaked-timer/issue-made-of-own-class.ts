// What a method of a class in the file gives is known, where the object is surely made of it.
declare function draw(): void;
type Timer = ReturnType<typeof setTimeout>;

class Latch {
  private readonly opened = new Promise<void>((resolve) => {
    setTimeout(resolve, 30_000);
  });
  async wait(): Promise<void> {
    await this.opened;
  }
}

class Gate {
  private fail!: (error: Error) => void;
  private readonly passed = new Promise<void>((resolve, reject) => {
    this.fail = reject;
    setTimeout(resolve, 30_000);
  });
  close(): void {
    this.fail(new Error("closed"));
  }
  async wait(): Promise<void> {
    await this.passed;
  }
}

export async function behindLatch(): Promise<void> {
  const redraw: Timer = setTimeout(draw, 1000); // ok: nothing rejects what is awaited
  const latch = new Latch();
  await latch.wait();
  clearTimeout(redraw);
}

export async function behindGate(): Promise<void> {
  const redraw: Timer = setTimeout(draw, 1000); // want exception: "when the `await` on line 38"
  const gate = new Gate();
  await gate.wait();
  clearTimeout(redraw);
}

export async function behindEither(latch: Latch | Gate): Promise<void> {
  const redraw: Timer = setTimeout(draw, 1000); // want exception: "when the `await` on line 44"
  await latch.wait();
  clearTimeout(redraw);
}
