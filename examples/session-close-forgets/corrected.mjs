/** The session whose `close()` stops its timer. */
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
    clearTimeout(this.#idle);
    sessions.delete(this);
  }
}

for (const name of ["ann", "bob"]) {
  const session = new Session(name);
  session.send("hello");
  session.send("goodbye");
  session.close();
}
