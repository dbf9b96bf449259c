import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

describe("the function that listens", () => {
  const program = (use: string): string => `export async function run(signal, x) {
  const onAbort = () => x.stop();
  signal.addEventListener("abort", onAbort);
  ${use}
  await x.done();
}`;

  it.each([
    "onAbort();",
    "if (signal.aborted) onAbort();",
    "x.call(onAbort);",
    "x.addEventListener('error', onAbort);",
    "x.removeListener('error', onAbort);",
    "signal.removeEventListener('error', onAbort);",
    "typeof onAbort;",
  ])("stays where it was beside `%s`", (use) => {
    expect(idsOf(program(use), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "signal.removeEventListener('abort', onAbort); x = 1;",
    "new Remover(onAbort);",
    "x.go = { onAbort };",
    "x.go = [onAbort];",
    "if (x.ready) return onAbort;",
    "x.go(() => onAbort);",
    "x.go = class { f = onAbort; };",
    "x.go = onAbort;",
    "const go = onAbort;",
    "const { go = onAbort } = x;",
    "x.go(...onAbort);",
    "x.go(signal, onAbort);",
    "x.register(onAbort);",
    "x.track(onAbort);",
    "x.track(x.go ? onAbort : x);",
    "x.track(x.go || onAbort);",
    "x.link({ ...signal, onAbort });",
    "x.off('abort', onAbort);",
  ])("may be removed by `%s`", (use) => {
    expect(idsOf(program(use), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("a listener that takes itself away", () => {
  const program = (beside: string): string => `export async function run(signal, other, x) {
  const onAbort = () => {
    signal.removeEventListener("abort", onAbort);
    x.stop();
  };
  signal.addEventListener("abort", onAbort);
  ${beside}
  await x.done();
}`;

  it.each([
    "",
    "if (signal.aborted) onAbort();",
    "if (signal.aborted) { onAbort(); }",
    "if (x.signal!.aborted) onAbort();",
  ])("does so at the abort only, beside `%s`", (beside) => {
    expect(idsOf(program(beside), "no-leaked-abort-listener")).toEqual(["neverReleased"]);
  });

  it.each([
    "if (x.ready) onAbort();",
    "if (signal.aborted || x.ready) onAbort();",
    "while (signal.aborted) onAbort();",
    "x.finished = signal.aborted && onAbort();",
    "if (signal.aborted) x.finished = onAbort();",
  ])("does so on one branch with `%s`", (beside) => {
    expect(idsOf(program(beside), "no-leaked-abort-listener")).toEqual(["branch"]);
  });

  it.each([
    "onAbort();",
    "setTimeout(onAbort, 5);",
    "x.on('close', onAbort);",
    "x.on('close', () => onAbort());",
    "x.stopped = () => onAbort();",
  ])("may do so earlier beside `%s`", (beside) => {
    expect(idsOf(program(beside), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("a function that listens to two signals", () => {
  const program = (removed: string): string => `export async function run(signal, other, x) {
  const onAbort = () => x.stop();
  signal.addEventListener("abort", onAbort);
  other.signal.addEventListener("abort", onAbort);
  ${removed}
  await x.done();
}`;
  const linesOf = (text: string): number[] =>
    lint(text, { rule: "no-leaked-abort-listener" }).map(({ line, messageId }) =>
      messageId === "neverReleased" ? line : -line,
    );

  it("stays on both", () => {
    expect(linesOf(program(""))).toEqual([3, 4]);
  });

  it("stays on the one that it is not taken away from", () => {
    expect(linesOf(program('signal.removeEventListener("abort", onAbort);'))).toEqual([4]);
    expect(linesOf(program('other.signal!.removeEventListener("abort", onAbort);'))).toEqual([3]);
  });
});

describe("the name that a call listens with", () => {
  const program = (lines: string, head = "signal, x"): string => `export async function run(${head}) {
  ${lines}
  await x.done();
}`;

  it.each([
    "let onAbort; signal.addEventListener('abort', (onAbort = () => x.stop()));",
    "let onAbort; onAbort = () => x.stop(); signal.addEventListener('abort', onAbort);",
    "const onAbort = () => x.stop(); signal.addEventListener('abort', onAbort as () => void);",
    "function onAbort() { x.stop(); } signal.addEventListener('abort', onAbort);",
    "const own = new AbortController(); signal.addEventListener('abort', own.abort.bind(own));",
  ])("stands for one function: `%s`", (lines) => {
    expect(idsOf(program(lines), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "let onAbort; onAbort = () => x.stop(); onAbort = () => x.end(); signal.addEventListener('abort', onAbort);",
    "let onAbort = x.stop; signal.addEventListener('abort', onAbort);",
    "signal.addEventListener('abort', x.stop);",
    "signal.addEventListener('abort', x.ready ? x.stop : x.end);",
  ])("may stand for another one: `%s`", (lines) => {
    expect(idsOf(program(lines), "no-leaked-abort-listener")).toEqual([]);
  });

  it("is the caller's when it is a parameter", () => {
    const lines = "signal.addEventListener('abort', onAbort); onAbort = () => x.stop();";
    expect(idsOf(program(lines, "signal, x, onAbort"), "no-leaked-abort-listener")).toEqual([]);
  });

  it.each([
    "const onAbort = () => x.stop(); signal.addEventListener('abort', onAbort); export { onAbort };",
    "const onAbort = () => x.stop(); signal.addEventListener('abort', onAbort); export default onAbort;",
  ])("may be known to other files: `%s`", (lines) => {
    const text = `import { signal, x } from "elsewhere"; ${lines}`;
    expect(idsOf(text, "no-leaked-abort-listener")).toEqual([]);
  });

  it("may be taken away by another function of the file, or of others", () => {
    const text = (more: string): string => `const own = new AbortController();
const onAbort = () => own.abort();
export async function run(signal, x) {
  signal.addEventListener("abort", onAbort);
  await x.work(own.signal);
}
${more}`;
    expect(idsOf(text(""), "no-leaked-abort-listener")).toEqual(["neverReleased"]);
    expect(idsOf(text("export { onAbort };"), "no-leaked-abort-listener")).toEqual([]);
    const removes = "export const stop = (signal) => signal.removeEventListener('abort', onAbort);";
    expect(idsOf(text(removes), "no-leaked-abort-listener")).toEqual([]);
  });

  it("may be given to whoever asks a generator", () => {
    const lines = "const onAbort = () => x.stop(); signal.addEventListener('abort', onAbort); ";
    const generator = (each: string): string => program(lines + each).replace("function", "function*");
    expect(idsOf(generator("yield onAbort;"), "no-leaked-abort-listener")).toEqual([]);
    expect(idsOf(generator("yield 1;"), "no-leaked-abort-listener")).toHaveLength(1);
  });
});

describe("a signal that may lack listeners", () => {
  const program = (add: string, remove: string): string => `export async function run(signal, options, x) {
  const onAbort = () => x.stop();
  ${add}
  try {
    await x.done();
  } finally {
    ${remove}
  }
}`;
  const adds = 'signal.addEventListener("abort", onAbort);';

  it.each([
    [adds, 'signal.removeEventListener?.("abort", onAbort);'],
    [adds, 'if (signal.removeEventListener) signal.removeEventListener("abort", onAbort);'],
    [adds, 'if (typeof signal.removeEventListener === "function") signal.removeEventListener("abort", onAbort);'],
    [
      'if (typeof signal?.addEventListener === "function") signal.addEventListener("abort", onAbort);',
      'if (typeof signal?.removeEventListener === "function") signal.removeEventListener("abort", onAbort);',
    ],
    ['options.signal.addEventListener("abort", onAbort);', 'options.signal.removeEventListener?.("abort", onAbort);'],
  ])("can remove them after `%s`: `%s`", (add, remove) => {
    expect(idsOf(program(add, remove), "no-leaked-abort-listener")).toEqual([]);
  });

  it.each([
    'if (signal.other) signal.removeEventListener("abort", onAbort);',
    'if (options.removeEventListener) signal.removeEventListener("abort", onAbort);',
    'if (signal.removeEventListener.other) signal.removeEventListener("abort", onAbort);',
    'if (!signal.removeEventListener) signal.removeEventListener("abort", onAbort);',
  ])("keeps them beside `%s`", (remove) => {
    expect(idsOf(program(adds, remove), "no-leaked-abort-listener")).toHaveLength(1);
  });
});
