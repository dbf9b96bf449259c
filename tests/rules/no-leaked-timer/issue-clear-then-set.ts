/** The clear in front of the next timer stops nothing: the one before has fired. */
export class Poller {
  private t?: NodeJS.Timeout;

  start() {
    this.next();
  }

  stop() {
    clearTimeout(this.t);
  }

  private next() {
    clearTimeout(this.t);
    this.t = setTimeout(() => void this.run(), 1000); // want never-released: "wait on line 19"
  }

  private async run() {
    await this.work();
    this.next();
  }

  private async work() {
    await fetch("/poll");
  }
}

export class Asking {
  private t?: NodeJS.Timeout;
  private stopped = false;

  start() {
    this.next();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.t);
  }

  private next() {
    clearTimeout(this.t);
    this.t = setTimeout(() => void this.run(), 1000); // ok: the next turn asks whether it is over
  }

  private async run() {
    await fetch("/poll");
    if (this.stopped) return;
    this.next();
  }
}

export class Interval {
  private t?: NodeJS.Timeout;

  async start() {
    await fetch("/ready");
    this.t = setInterval(() => this.tick(), 1000); // ok: it stops itself
  }

  stop() {
    clearInterval(this.t);
  }

  private tick() {
    if (Math.random() > 0.5) clearInterval(this.t);
  }
}

/** Nothing is set behind the clear. */
export class Once {
  private t?: NodeJS.Timeout;

  async start() {
    await fetch("/ready");
    this.t = setTimeout(() => this.fire(), 1000); // ok: one late turn, and it is over
  }

  stop() {
    clearTimeout(this.t);
  }

  private fire() {
    clearTimeout(this.t);
  }
}
