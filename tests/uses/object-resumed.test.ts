import { describe, expect, it } from "vitest";
import { idAndEndOf } from "./object-report.ts";

describe("a clear that goes on with the work", () => {
  const program = (members: string): string => `class Poller {
  private timer;
  begin() { this.timer = setTimeout(() => this.turn(), 5000); }
  close() { this.socket.end(); }
  ${members}
}`;

  it.each([
    "turn() { clearTimeout(this.timer); if (x) this.begin(); }",
    "turn() { load(); } constructor() { clearTimeout(this.timer); }",
    "turn() { load(); } connect() { clearTimeout(this.timer); }",
    "turn() { load(); } _init(x) { clearTimeout(this.timer); }",
    "turn() { load(); } reconnect() { if (x) clearTimeout(this.timer); load(); }",
    "turn() { load(); } private clear() { clearTimeout(this.timer); }",
    "turn() { load(); } #clear() { clearTimeout(this.timer); } open() { this.#clear(); }",
    "turn() { load(); } open() { this.socket.on('open', () => clearTimeout(this.timer)); }",
    "turn() { load(); } open() { this.socket.onopen = () => clearTimeout(this.timer); }",
    "turn() { load(); } open() { make({ onConnect: () => clearTimeout(this.timer) }); }",
    "turn() { load(); } open() { x.on('ready', this.clear); } private clear = () => clearTimeout(this.timer);",
    "turn() { load(); } open() { x.on('open', this.#clear.bind(this)); } #clear() { clearTimeout(this.timer); }",
    "turn() { load(); } async open() { clearTimeout(this.timer); await load(); }",
  ])("is in `%s`", (members) => {
    expect(idAndEndOf(program(members))).toBe("objectNeverReleased close()");
  });

  it.each([
    "turn() { clearTimeout(this.timer); load(); }",
    "turn() { load(); } pause() { clearTimeout(this.timer); }",
    "turn() { load(); } connection() { clearTimeout(this.timer); }",
    "turn() { load(); } openings() { clearTimeout(this.timer); }",
    "turn() { load(); } get open() { clearTimeout(this.timer); }",
    "turn() { load(); } #clear() { clearTimeout(this.timer); } pause() { this.#clear(); }",
    "turn() { load(); } open() { this.socket.on('end', () => clearTimeout(this.timer)); }",
    "turn() { load(); } open() { this.socket.on(name, () => clearTimeout(this.timer)); }",
    "turn() { load(); } open() { this.socket.onclose = () => clearTimeout(this.timer); }",
    "turn() { load(); } open() { make({ onEnd: () => clearTimeout(this.timer) }); }",
    "turn() { load(); } open() { make([() => clearTimeout(this.timer)]); }",
    "turn() { load(); } open() { load().then(() => clearTimeout(this.timer)); }",
    "turn() { load(); } async open() { await load(); clearTimeout(this.timer); }",
    "turn() { load(); } *open() { yield load(); clearTimeout(this.timer); }",
    "turn() { load(); } open() { use(this.clear); } private clear = () => clearTimeout(this.timer);",
    "turn() { load(); } private clear() { clearTimeout(this.timer); } of(x) { x.clear(); }",
    "turn() { load(); } private clear() { clearTimeout(this.timer); } open() { const { clear } = this; clear(); }",
    "turn() { load(); } private clear() { clearTimeout(this.timer); } open() { call(this, 'clear'); }",
    "turn() { load(); } open() { clearTimeout(this.timer); } stop() { this.open(); }",
    "turn() { load(); } open() { clearTimeout(this.timer); } stop() { this.begin(); }",
  ])("is perhaps not in `%s`", (members) => {
    expect(idAndEndOf(program(members))).toBeUndefined();
  });
});
