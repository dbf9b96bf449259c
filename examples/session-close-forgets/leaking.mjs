/**
 * A session ends itself when nothing is sent for a while. `close()` forgets that timer: each session that was closed
 * keeps the process alive until that moment has come.
 */
const DEADLINE_MS = Number(process.env.DEADLINE_MS ?? 3000);

const sessions = new Set();

class Session {
  #idle;

  constructor(name) {
    this.name = name;
    sessions.add(this);
  }

  send(text) {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), DEADLINE_MS);
    console.log(`${this.name}: ${text}`);
  }

  close() {
    sessions.delete(this);
  }
}

for (const name of ["ann", "bob"]) {
  const session = new Session(name);
  session.send("hello");
  session.send("goodbye");
  session.close();
}
