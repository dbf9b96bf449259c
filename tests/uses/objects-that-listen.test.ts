import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

describe("an object that listens to the signal it was made with", () => {
  const program = (members: string): string => `import { x } from "elsewhere";
export class Thing {
  ${members}
}`;
  const listens = "constructor(signal) { signal.addEventListener('abort', () => this.flush()); }";

  it.each([
    `${listens} close() { x(); }`,
    `${listens} close = () => { x(); };`,
    `${listens} static close() { x(); } dispose() { x(); }`,
    `${listens} public close() { x(); }`,
    `${listens} [Symbol.dispose]() { x(); }`,
    `${listens} close() { x(); } go() { x.removeEventListener("click", this.go); }`,
    "constructor(signal) { signal.addEventListener('abort', () => { this.close(); x(); }); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => this.close(x).then(x)); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => this.flush()); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => { this.open = false; }); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => this.lose()); } close() { x(); } lose() { x(); }",
    "constructor(signal) { const a = x(); signal.addEventListener('abort', () => a.stop()); } close() { x(); }",
    "constructor(signal) { const a = x(); signal.addEventListener('abort', () => a.abort()); } close() { x(); }",
    "constructor(private signal) {} open() { this.signal.addEventListener('abort', () => this.go()); } close() {x();}",
    "constructor(private signal) {} open() { this.signal!.addEventListener('abort', () => this.go()); } close() {x();}",
    "constructor(private options) {} open() { this.options.signal.addEventListener('abort', () => this.go()); } " +
      "close() { x(); }",
    "constructor(signal) { this.abort = signal; } open() { this.abort.addEventListener('abort', () => this.go()); } " +
      "close() { x(); }",
  ])("leaves the listener behind when it is closed: `%s`", (members) => {
    expect(idsOf(program(members), rule)).toEqual(["unreached"]);
  });

  it.each([
    listens,
    `${listens} close() {}`,
    `${listens} close() { throw x; }`,
    `${listens} #close() { x(); }`,
    `${listens} private close() { x(); }`,
    `${listens} protected close() { x(); }`,
    `${listens} private close = () => { x(); };`,
    `${listens} close() { x(); } go() { x.removeEventListener("abort", this.go); }`,
    `${listens} close() { x(); } go() { x.removeEventListener(x.event, this.go); }`,
    `${listens} close() { x(); } go() { x.call(x.removeEventListener); }`,
    "constructor(signal) { signal.addEventListener('abort', () => x()); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => this.close()); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => void this.close()); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => { this.close(); }); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => { void this.close(); }); } close() { x(); }",
    "constructor(signal) { signal.addEventListener('abort', () => this.#close()); } stop() { x(); } #close() { x(); }",
    "constructor(signal) { const me = this; signal.addEventListener('abort', () => me.close()); } close() { x(); }",
    "open(signal) { signal.addEventListener('abort', () => this.flush()); } close() { x(); }",
    "static open(signal) { signal.addEventListener('abort', () => this.flush()); } static close() { x(); }",
    "open({ signal }) { const a = x(); signal.addEventListener('abort', () => a.abort()); } close() { x(); }",
  ])("may live as long as the signal: `%s`", (members) => {
    expect(idsOf(program(members), rule)).toEqual([]);
  });

  it("is no matter of a removal in another class", () => {
    const other = "class Other { go() { x.removeEventListener('abort', this.go); } }";
    expect(idsOf(program(`${listens} close() { x(); }`) + other, rule)).toEqual(["unreached"]);
  });

  it.each([
    ["close", []],
    ["lose", ["unreached"]],
  ])("may have a function bound to it that calls `%s`", (method, found) => {
    const bound = program("constructor(signal) { signal.addEventListener('abort', end.bind(this)); } close() { x(); }");
    expect(idsOf(`${bound} function end() { this.${method}(); }`, rule)).toEqual(found);
  });

  it("may have its teardown from a base class", () => {
    const element = program("constructor(signal) { super(); signal.addEventListener('abort', () => this.go()); }");
    expect(idsOf(element.replace("Thing", "Thing extends HTMLElement"), rule)).toEqual(["unreached"]);
    expect(idsOf(element.replace("Thing", "Thing extends Other"), rule)).toEqual([]);
    const ended = element.replace("Thing", "Thing extends HTMLElement");
    expect(idsOf(ended.replace("this.go()", "this.disconnectedCallback()"), rule)).toEqual([]);
    expect(idsOf(ended.replace("this.go()", "this.connectedCallback()"), rule)).toEqual(["unreached"]);
  });
});
