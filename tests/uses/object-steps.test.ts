import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** What the end of an object does with a timer in a field of it, and what looks as if it did that. */
const rule = "no-leaked-timer";

describe("a handler that clears", () => {
  const program = (close: string, connect: string): string => `import { poll } from "elsewhere";
export class Client {
  #beat; socket; other;
  connect() {
    ${connect}
    this.#beat = setInterval(poll, 999);
  }
  #clear = () => clearInterval(this.#beat);
  #open = () => poll();
  close() { ${close} }
}`;

  it.each([
    ["this.socket.removeAllListeners(); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.removeAllListeners('close'); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('close', this.#clear); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.removeListener('close', this.#clear); this.socket.end();", "this.socket.on('close', this.#clear);"],
    [
      "this.socket.removeEventListener('close', this.#clear); this.socket.end();",
      "this.socket.on('close', this.#clear);",
    ],
    ["this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.socket!.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.socket?.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.other.end(); this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.socket.on('error', poll); this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('error', poll); this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    [
      "this.socket.removeAllListeners('error'); this.socket.off('close', this.#clear);",
      "this.socket.on('close', this.#clear);",
    ],
    ["this.socket.name = 'old'; this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    [
      "const socket = this.socket; socket.off('close', this.#clear); socket.end();",
      "this.socket.on('close', this.#clear);",
    ],
    [
      "let socket = this.socket; socket.off('close', this.#clear); socket.end();",
      "this.socket.on('close', this.#clear);",
    ],
    ["this.#end(); } #end() { this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["poll(); this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "this.socket.once('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "this.socket.addListener('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "this.socket.addEventListener('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "this.socket.prependListener('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "const socket = this.socket; socket.on('close', this.#clear);"],
    [
      "this.socket.off('close', this.#clear);",
      "const socket = poll(); this.socket = socket; socket.on('close', this.#clear);",
    ],
    ["this.socket.removeAllListeners();", "this.socket.on('close', () => clearInterval(this.#beat));"],
    ["this.socket.onclose = null; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onclose = undefined; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onclose = () => {}; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onclose = function () {}; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onerror = null; this.socket.onclose = null;", "this.socket.onclose = this.#clear;"],
  ])("is taken away by the end, before its event: `%s` `%s`", (close, connect) => {
    expect(idsOf(program(close, connect), rule)).toEqual(["objectNeverReleased"]);
  });

  it.each([
    ["this.socket.removeAllListeners('error'); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('close', this.#open); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('error', this.#clear); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('close'); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.on('close', this.#clear); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.other.off('close', this.#clear); this.socket.end();", "this.socket.on('close', this.#clear);"],
    ["this.socket.end(); this.socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["const { socket } = this; socket.off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["off('close', this.#clear);", "this.socket.on('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "this.socket.use('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "this.socket.on(poll.name, this.#clear);"],
    ["this.socket.off('close', this.#clear);", "on('close', this.#clear);"],
    ["this.socket.off('close', this.#clear);", "const { socket } = this; socket.on('close', this.#clear);"],
    [
      "this.socket.off('close', this.#clear);",
      "const socket = poll(); this.other = socket; socket.on('close', this.#clear);",
    ],
    ["this.socket.off('close', this.#clear);", "const socket = poll(); poll(socket); socket.on('close', this.#clear);"],
    [
      "this.socket.off('close', () => clearInterval(this.#beat));",
      "this.socket.on('close', () => clearInterval(this.#beat));",
    ],
    ["this.socket.onclose = () => poll(); this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onclose = () => { poll(); }; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onclose = poll; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.onerror = null; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket.end(); this.socket.onclose = null;", "this.socket.onclose = this.#clear;"],
    ["this.other.onclose = null; this.socket.end();", "this.socket.onclose = this.#clear;"],
    ["this.socket = null;", "this.socket.onclose = this.#clear;"],
    ["this.socket.last = null;", "this.socket.last = this.#clear;"],
    ["this.socket.onclose = null;", "this.socket[poll.name] = this.#clear;"],
    ["onclose = null;", "onclose = this.#clear;"],
  ])("may still hear the end: `%s` `%s`", (close, connect) => {
    expect(idsOf(program(close, connect), rule)).toEqual([]);
  });
});

describe("a method that ends something", () => {
  const program = (method: string): string => `import { poll } from "elsewhere";
export class Pool {
  #beat; #all = new Map(); #last;
  start() { this.#beat = setInterval(poll, 999); }
  ${method}
}`;

  it.each([
    "close(id) { this.#all.get(id).end(); }",
    "close(id) { this.#all.delete(id); }",
    "close(id) { if (this.#all.has(id)) poll(); }",
    "close(id) { this.#all[id].end(); }",
    "close(id) { this.#all[id!].end(); }",
    "close(id) { this.#all.get(id!)?.end(); }",
    "close(kind, id) { this.#all.get(id).end(kind); }",
    "close(id) { for (const each of this.#all) each.get(id).end(); }",
  ])("ends one of many: `%s`", (method) => {
    expect(idsOf(program(method), rule)).toEqual([]);
  });

  it.each([
    "close(id?: string) { this.#all.get(id).end(); }",
    "close(id = 'all') { this.#all.get(id).end(); }",
    "close(...ids) { this.#all.get(ids).end(); }",
    "close({ id }) { this.#all.get(id).end(); }",
    "close(id) { this.#all.get('last').end(id); }",
    "close(id) { this.#all.get(this.#last).end(id); }",
    "close(id) { this.#all.get().end(id); }",
    "close(id) { this.#all.set(id, poll()); }",
    "close(id) { this.#all.id.end(); }",
    "close(id) { this.#all['id'].end(); }",
    "close(id) { this.#all[this.#last].end(); }",
    "close(id) { new this.get(id); }",
    "close(id) { poll(id); }",
    "close() { this.#all.get(this.#last).end(); }",
    "close(id) { const end = () => this.#all.get(id).end(); poll(end); }",
  ])("ends the object: `%s`", (method) => {
    expect(idsOf(program(method), rule)).toEqual(["objectNeverReleased"]);
  });
});

describe("a clear in a function of a component", () => {
  const program = (lines: string): string => `import { poll } from "elsewhere";
export function make(socket) {
  let timer;
  function begin() { timer = setTimeout(() => turn(), 5000); }
  function turn() { poll(); }
  ${lines}
  return { begin, close };
}`;

  it.each([
    "function clear() { clearTimeout(timer); } function open() { clear(); } function close() { poll(); }",
    "function clear() { clearTimeout(timer); } function pause() { clear(); } function close() { poll(); }",
    "const clear = () => clearTimeout(timer); const open = () => clear(); function close() { poll(); }",
    "const clear = () => clearTimeout(timer); const pause = () => clear(); function close() { poll(); }",
    `const clear = function () { clearTimeout(timer); }; socket.on('open', clear); function close() {
poll(); }`,
    "const api = { onOpen() { clearTimeout(timer); } }; socket.use(api); function close() { poll(); }",
    "const clear = () => clearTimeout(timer); function close() { poll(); }",
    "function clear() { clearTimeout(timer); } function close() { poll(); }",
    "function open() { clearTimeout(timer); begin(); } function close() { poll(); }",
    "function open() { clearTimeout(timer); poll(); } function close() { poll(); }",
    `function clear() { clearTimeout(timer); if (poll()) clear(); } function open() { clear(); }
function close() { poll(); }`,
    "function clear() { clearTimeout(timer); if (poll()) clear(); } function close() { poll(); }",
    "async function open() { clearTimeout(timer); await poll(); } function close() { poll(); }",
    "function open() { for (const each of poll()) clearTimeout(timer); } function close() { poll(); }",
    "async function open() { for (const each of poll()) clearTimeout(timer); } function close() { poll(); }",
    "function* open() { clearTimeout(timer); yield poll(); } function close() { poll(); }",
  ])("goes on with the work: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual(["objectNeverReleased"]);
  });

  it.each([
    `const clear = function () { clearTimeout(timer); }; socket.on('end', clear); function close() {
poll(); }`,
    "const clear = () => clearTimeout(timer); const api = { clear }; function close() { poll(api); }",
    "const api = { onEnd() { clearTimeout(timer); } }; socket.use(api); function close() { poll(); }",
    "const [clear] = [() => clearTimeout(timer)]; function close() { poll(clear); }",
    "function clear() { clearTimeout(timer); } function close() { clear(); }",
    "async function open() { await poll(); clearTimeout(timer); } function close() { poll(); }",
    `async function open() { for await (const each of poll()) clearTimeout(timer); } function close() {
poll(); }`,
    "function* open() { yield poll(); clearTimeout(timer); } function close() { poll(); }",
  ])("may end it: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });
});
