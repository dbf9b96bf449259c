// A handler that fires again and again makes one more interval each time, if nothing stops the one before.
interface Emitter {
  on(event: string, handler: () => void): void;
  once(event: string, handler: () => void): void;
}
declare function ping(): void;
declare function connect(): Emitter;
type Timer = ReturnType<typeof setInterval>;

export class Reconnects {
  #ping: Timer | undefined;

  constructor(client: Emitter) {
    client.on("connect", () => {
      this.#ping = setInterval(ping, 1000); // want overwritten: "each time the event on line 14 happens"
    });
  }

  close(): void {
    clearInterval(this.#ping);
  }
}

export class OneHopAway {
  private timer: Timer | undefined;

  constructor(client: Emitter) {
    client.on("reconnect", () => this.start());
  }

  private start(): void {
    this.timer = setInterval(ping, 1000); // want overwritten: "each time the event on line 28 happens"
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class Counterpart {
  private timer: Timer | undefined;

  constructor(client: Emitter) {
    client.on("connect", () => {
      this.timer = setInterval(ping, 1000); // ok: "close" comes before the next "connect"
    });
    client.on("close", () => clearInterval(this.timer));
  }
}

export class StopsBefore {
  private timer: Timer | undefined;

  constructor(client: Emitter) {
    client.on("connect", () => {
      clearInterval(this.timer);
      this.timer = setInterval(ping, 1000); // ok: the one before is stopped
    });
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class OnlyOne {
  private timer: Timer | undefined;

  constructor(client: Emitter) {
    client.on("connect", () => {
      if (!this.timer) this.timer = setInterval(ping, 1000); // ok: only where there is none
    });
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class Once {
  private timer: Timer | undefined;

  constructor(client: Emitter) {
    client.once("connect", () => {
      this.timer = setInterval(ping, 1000); // ok: it fires once
    });
  }

  close(): void {
    clearInterval(this.timer);
  }
}

export class OwnConnection {
  private timer: Timer | undefined;

  open(): void {
    const socket = connect();
    socket.on("connect", () => {
      this.timer = setInterval(ping, 1000); // ok: this socket connects once
    });
  }

  close(): void {
    clearInterval(this.timer);
  }
}
