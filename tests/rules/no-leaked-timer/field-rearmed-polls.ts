// A poll that sets its next turn behind a wait. What it asks besides, off the way to the next timer, ends no turn.
declare const api: { load(): Promise<void>; status(): string };
declare function show(): void;
type Timer = ReturnType<typeof setTimeout>;

export class AsksForSomethingElse {
  private timer: Timer | undefined;

  async refresh(): Promise<void> {
    await this.invite().catch(show);
    await api.load().catch(show);
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), 1000); // want never-released: "the wait on line 11, in which `close()`"
  }

  private async invite(): Promise<void> {
    if (api.status() === "new") show();
    await api.load();
  }

  close(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
  }
}

export class AsksBeforeTheWait {
  private timer: Timer | undefined;
  private closed = false;

  async refresh(): Promise<void> {
    if (this.closed) return;
    await api.load().catch(show);
    this.timer = setTimeout(() => void this.refresh(), 1000); // ok: one more turn, which asks
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }
}

export class AsksByThrowing {
  private timer: Timer | undefined;
  private closed = false;

  async refresh(): Promise<void> {
    this.check();
    await api.load().catch(show);
    this.timer = setTimeout(() => void this.refresh(), 1000); // ok: the next turn throws
  }

  private check(): void {
    if (this.closed) throw new Error("closed");
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }
}

export class AsksForTheResult {
  private timer: Timer | undefined;
  private closed = false;

  async refresh(): Promise<void> {
    let goesOn = false;
    try {
      goesOn = await this.look();
    } catch (error) {
      show();
    }
    if (!goesOn) return;
    this.timer = setTimeout(() => void this.refresh(), 1000); // ok: look() has asked
  }

  private async look(): Promise<boolean> {
    await api.load();
    return this.closed ? false : true;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }
}
