interface Connection {
  end(): void;
  ping(): void;
}

/** The server lives on where one connection of it ends. */
export class Server {
  readonly #connections = new Map<string, Connection>();
  #timer?: NodeJS.Timeout;

  start() {
    this.#timer = setInterval(() => this.ping(), 30_000); // ok: no method of its ends the server
  }

  disconnect(id: string) {
    this.#connections.get(id)?.end();
    this.#connections.delete(id);
  }

  ping() {
    for (const each of this.#connections.values()) each.ping();
  }
}

export class Table {
  readonly rows: Record<string, Connection> = {};
  private timer?: NodeJS.Timeout;

  open() {
    this.timer = setInterval(() => Object.values(this.rows).forEach((each) => each.ping()), 30_000); // ok: the same
  }

  close(key: string) {
    this.rows[key]?.end();
  }
}

/** Without an id it ends them all. */
export class Pool {
  readonly #connections = new Map<string, Connection>();
  #timer?: NodeJS.Timeout;

  start() {
    this.#timer = setInterval(() => this.#ping(), 30_000); // want never-released: "`close()`"
  }

  close(id?: string) {
    if (id) this.#connections.get(id)?.end();
    else for (const each of this.#connections.values()) each.end();
  }

  #ping() {
    for (const each of this.#connections.values()) each.ping();
  }
}

/** What it is given says how it ends. */
export class Socket {
  readonly #handlers = new Map<string, (code: number) => void>();
  #timer?: NodeJS.Timeout;

  start() {
    this.#timer = setInterval(() => this.#handlers.get("ping")?.(0), 30_000); // want never-released: "`close()`"
  }

  close(code: number) {
    this.#handlers.get("close")?.(code);
  }
}
