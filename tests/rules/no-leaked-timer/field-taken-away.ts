// A handler that the teardown takes away before its event stops nothing in the end.
declare function poll(): void;
type Timer = ReturnType<typeof setInterval>;

interface Socket {
  on(event: string, handler: () => void): void;
  off(event: string, handler: () => void): void;
  removeAllListeners(event?: string): void;
  close(): void;
  onclose: (() => void) | null;
  onerror: (() => void) | null;
}
declare const open: () => Socket;

export class TakesAll {
  #beat: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    this.socket.on("close", () => clearInterval(this.#beat));
    this.#beat = setInterval(poll, 1000); // want never-released: "not stopped by `close()`"
  }

  close(): void {
    this.socket.removeAllListeners();
    this.socket.close();
  }
}

export class TakesOne {
  #beat: Timer | undefined;
  declare socket: Socket;

  readonly #onClose = (): void => {
    clearInterval(this.#beat);
  };

  connect(): void {
    this.socket.on("close", this.#onClose);
    this.#beat = setInterval(poll, 1000); // want never-released: "not stopped by `close()`"
  }

  close(): void {
    this.socket.off("close", this.#onClose);
    this.socket.close();
  }
}

export class ByProperty {
  #beat: Timer | undefined;
  #socket: Socket | undefined;

  connect(): void {
    const socket = open();
    this.#socket = socket;
    socket.onclose = () => {
      this.#end();
    };
    this.#beat = setInterval(poll, 1000); // want never-released: "not stopped by `close()`"
  }

  #end(): void {
    clearInterval(this.#beat);
  }

  close(): void {
    if (!this.#socket) return;
    this.#socket.onclose = null;
    this.#socket.close();
  }
}

/** The event comes first. */
export class ClosesFirst {
  #beat: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    this.socket.on("close", () => clearInterval(this.#beat));
    this.#beat = setInterval(poll, 1000); // ok: close() may emit at once
  }

  close(): void {
    this.socket.close();
    this.socket.removeAllListeners();
  }
}

export class TakesAnother {
  #beat: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    this.socket.on("close", () => clearInterval(this.#beat));
    this.#beat = setInterval(poll, 1000); // ok: the handler of "close" stays
  }

  close(): void {
    this.socket.removeAllListeners("error");
    this.socket.onerror = null;
    this.socket.close();
  }
}

export class OfAnother {
  #beat: Timer | undefined;
  declare socket: Socket;
  declare other: Socket;

  connect(): void {
    this.socket.on("close", () => clearInterval(this.#beat));
    this.#beat = setInterval(poll, 1000); // ok: another emitter
  }

  close(): void {
    this.other.removeAllListeners();
    this.socket.close();
  }
}

export class CalledToo {
  #beat: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    this.socket.on("close", this.onClose);
    this.#beat = setInterval(poll, 1000); // ok: others may call it
  }

  onClose = (): void => {
    clearInterval(this.#beat);
  };

  close(): void {
    this.socket.removeAllListeners();
  }
}
