// A clear that only goes on with the work does not end it: it stands in what the timer itself runs, in what begins the
// work again, or in a handler of what happens while the object lives. The teardown comes by none of them.
declare const emitter: { on(event: string, handler: () => void): void; emit(event: string): void };
declare function load(): Promise<void>;
declare function poll(): void;
type Timer = ReturnType<typeof setTimeout>;

interface Socket {
  close(): void;
  onclose: () => void;
  onopen: () => void;
  on(event: string, handler: () => void): void;
}

export class Reconnects {
  #again: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    clearTimeout(this.#again);
    this.socket.onclose = () => {
      this.#again = setTimeout(() => this.connect(), 5000); // want never-released: "not stopped by `close()`"
    };
  }

  close(): void {
    this.socket.close();
  }
}

/** The clear is a hop away, and the one for the next timer too. */
export class ReconnectsByHelpers {
  private again: Timer | undefined;
  declare socket: Socket;

  private stopWaiting(): void {
    clearTimeout(this.again);
    this.again = undefined;
  }

  private retry(): void {
    this.stopWaiting();
    this.again = setTimeout(() => this.connect(), 5000); // want never-released: "not stopped by `close()`"
  }

  connect(): void {
    this.socket.on("open", () => this.stopWaiting());
    this.socket.on("error", () => this.retry());
  }

  close(): void {
    this.socket.close();
  }
}

/** What is done for each of a list at once is no wait, in which the end could come by. */
export class ReconnectsAfterLoop {
  #again: Timer | undefined;
  declare socket: Socket;
  declare hooks: Set<() => void>;

  async connect(): Promise<void> {
    for (const hook of this.hooks) hook();
    clearTimeout(this.#again);
    this.socket.onclose = () => {
      this.#again = setTimeout(() => void this.connect(), 5000); // want never-released: "not stopped by `close()`"
    };
    await load();
  }

  close(): void {
    this.socket.close();
  }
}

/** A loop that waits in each turn may end with the object. */
export class ReconnectsAfterStream {
  #again: Timer | undefined;
  declare socket: Socket;
  declare hooks: AsyncIterable<() => void>;

  async connect(): Promise<void> {
    for await (const hook of this.hooks) hook();
    clearTimeout(this.#again);
    this.socket.onclose = () => {
      this.#again = setTimeout(() => void this.connect(), 5000); // ok: the clear behind the loop may be the end
    };
    await load();
  }

  close(): void {
    this.socket.close();
  }
}

export class ClearsItsOwn {
  #expires: Timer | null = null;

  login(ms: number): void {
    this.#expires = setTimeout(() => { // want never-released: "not stopped by `destroy()`"
      emitter.emit("expires");
      if (this.#expires) {
        clearTimeout(this.#expires);
        this.#expires = null;
      }
    }, ms);
  }

  destroy(): void {
    emitter.emit("gone");
  }
}

/** `this.#timer` is cleared where the object is made, and where it begins. */
export class BeginsAgain {
  #timer: Timer | undefined;

  constructor() {
    clearInterval(this.#timer);
    poll();
  }

  start(): void {
    clearInterval(this.#timer);
    if (Math.random() > 0.5) this.#timer = setInterval(poll, 1000); // want never-released: "not stopped by `stop()`"
  }

  stop(): void {
    poll();
  }
}

/** Somebody else may call it before: it ends something. */
export class Paused {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // ok: pause() may have run before
  }

  pause(): void {
    clearInterval(this.#timer);
  }

  close(): void {
    poll();
  }
}

/** What closes the socket has its handler run. */
export class HandlerOfTheEnd {
  #timer: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    this.socket.on("close", () => this.#finish());
    this.#timer = setInterval(poll, 1000); // ok: the handler clears it
  }

  #finish(): void {
    clearInterval(this.#timer);
  }

  close(): void {
    this.socket.close();
  }
}

export class OwnHandlerOfTheEnd {
  #timer: Timer | undefined;
  declare socket: Socket;

  connect(): void {
    this.socket.onclose = this.#finish;
    this.#timer = setInterval(poll, 1000); // ok: the handler clears it
  }

  readonly #finish = (): void => {
    clearInterval(this.#timer);
  };

  close(): void {
    this.socket.close();
  }
}

/** The timer runs what is given to somebody else too. */
export class RunByBoth {
  #idle: Timer | undefined;

  begin(): void {
    emitter.on("gone", this.#end);
    this.#idle = setTimeout(() => this.#end(), 60_000); // ok: so may be run by the end
  }

  readonly #end = (): void => {
    clearTimeout(this.#idle);
    poll();
  };

  close(): void {
    emitter.emit("gone");
  }
}

/** A public end that is no teardown by its name, and runs when it is idle. */
export class EndsWhenIdle {
  #idle: Timer | undefined;

  begin(): void {
    this.#idle = setTimeout(() => this.finish(), 60_000); // ok: finish() may have run before
  }

  finish(): void {
    clearTimeout(this.#idle);
    poll();
  }

  close(): void {
    poll();
  }
}

/** The wait comes back when the object is over. */
export class WaitsForTheEnd {
  #timer: Timer | undefined;

  async start(): Promise<void> {
    this.#timer = setInterval(poll, 1000); // ok: cleared behind the wait
    await load();
    clearInterval(this.#timer);
  }

  stop(): void {
    emitter.emit("stop");
  }
}

export class ReactsToTheEnd {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // ok: cleared behind the wait
    void load().then(() => clearInterval(this.#timer));
  }

  stop(): void {
    emitter.emit("stop");
  }
}

/** The teardown starts the timer, to outlive it. */
export class FadesOut {
  #fade: Timer | undefined;

  start(): void {
    clearTimeout(this.#fade);
  }

  stop(): void {
    this.#fade = setTimeout(() => poll(), 4000); // ok: it is the end
  }
}

export class AsksWhetherItIsOver {
  #again: Timer | undefined;
  #over = false;
  declare socket: Socket;

  connect(): void {
    if (this.#over) return;
    clearTimeout(this.#again);
    this.socket.onclose = () => {
      this.#again = setTimeout(() => this.connect(), 5000); // ok: connect() asks
    };
  }

  close(): void {
    this.#over = true;
    this.socket.close();
  }
}

/** It asks for what lets the end through. */
export class LeavesWhileConnected {
  private watcher: Timer | undefined;
  private connected = false;
  declare socket: Socket;

  connect(): void {
    if (this.watcher) clearTimeout(this.watcher);
    this.watcher = setTimeout(() => { // want never-released: "not stopped by `close()`"
      if (this.connected) {
        return;
      }
      this.socket.close();
      emitter.emit("late");
    }, 5000);
    this.socket.onopen = () => {
      clearTimeout(this.watcher);
      this.connected = true;
    };
  }

  close(): void {
    this.connected = false;
    this.socket.close();
  }
}

export class AsksWhetherConnected {
  private watcher: Timer | undefined;
  private connected = false;
  declare socket: Socket;

  connect(): void {
    if (this.watcher) clearTimeout(this.watcher);
    this.watcher = setTimeout(() => { // ok: it asks
      if (!this.connected) return;
      emitter.emit("late");
    }, 5000);
    this.socket.onopen = () => void (this.connected = true);
  }

  close(): void {
    this.connected = false;
    this.socket.close();
  }
}

/** A parameter decides whether it stops. */
export class SetByParameter {
  #timer: Timer | undefined;

  begin(): void {
    this.every(1000);
  }

  every(ms: number): void {
    clearInterval(this.#timer);
    if (ms > 0) this.#timer = setInterval(poll, ms); // ok: every(0) stops it
  }

  close(): void {
    poll();
  }
}

/** Its base may call what is not private. */
export class Derived extends Reconnects {
  #timer: Timer | undefined;

  protected onEnd(): void {
    clearInterval(this.#timer);
  }

  begin(): void {
    this.#timer = setInterval(poll, 1000); // ok: the base may call onEnd()
  }

  override close(): void {
    super.close();
  }
}

/** An accessor is run by whoever writes it. */
export class Accessor {
  #timer: Timer | undefined;

  set active(active: boolean) {
    clearInterval(this.#timer);
    if (active) this.#timer = setInterval(poll, 1000); // ok: close() writes it
  }

  close(): void {
    this.active = false;
  }
}

export function makeClient(socket: Socket): { connect(): void; close(): void } {
  let again: Timer | undefined;
  function connect(): void {
    clearTimeout(again);
    socket.on("error", () => {
      again = setTimeout(connect, 5000); // want never-released: "not stopped by `close()`"
    });
  }
  return {
    connect,
    close(): void {
      socket.close();
    },
  };
}

export function makeOther(socket: Socket): { halt(): void; close(): void } {
  let again: Timer | undefined;
  function halt(): void {
    clearTimeout(again);
  }
  socket.on("error", () => {
    again = setTimeout(poll, 5000); // ok: halt() may have run before
  });
  return { halt, close: () => socket.close() };
}

/** A second teardown stops it. */
export class TwoEnds {
  #timer: Timer | undefined;

  start(): void {
    this.#timer = setInterval(poll, 1000); // ok: dispose() is the end
  }

  stop(): void {
    poll();
  }

  dispose(): void {
    clearInterval(this.#timer);
  }
}
