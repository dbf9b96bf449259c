import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";

const rule = "leaks/no-leaked-abort-listener";
const listening = 'signal.addEventListener("abort", () => own.abort());';
const fetching = "return fetch(url, { signal: own.signal });";

/** A function that links the caller's signal to a controller of its own. */
const program = (listen: string, rest: string): string => `export async function f(url, signal, other) {
  const own = new AbortController();
  ${listen}
  ${rest}
}`;

function lint(code: string): Linter.LintMessage[] {
  return new Linter().verify(code, { plugins: { leaks: plugin }, rules: { [rule]: "error" } });
}

/** Where it may do more than that, the listener may still get a signal of its own. */
const suggested = ({ suggestions }: Linter.LintMessage): unknown[] =>
  (suggestions ?? []).filter(({ messageId }) => messageId !== "endWithBlock");

describe("no-leaked-abort-listener suggests one signal of both", () => {
  it.each([
    [listening, fetching],
    ['signal.addEventListener("abort", () => { own.abort(signal.reason); }, { once: true });', fetching],
    [listening, "const res = await fetch(url, { ...other, signal: own.signal });\n  return res;"],
    [listening, "return await fetch(url, { signal: own.signal });"],
    ['signal.addEventListener("abort", () => own.abort(), {});', fetching],
    [listening, `if (url) return other;\n  setTimeout(() => own.abort(), 9);\n  ${fetching}`],
    ['signal.addEventListener("abort", (event) => own.abort(event.target.reason));', fetching],
  ])("%s %s", (listen, rest) => {
    const [message] = lint(program(listen, rest));
    const [suggestion] = message!.suggestions!;
    const changed = program("", rest).replace("\n  \n", "\n");
    const any = "signal: AbortSignal.any([signal, own.signal])";
    expect(suggestion!.desc).toContain("AbortSignal.any([signal, own.signal])");
    const fix = suggestion!.fix;
    const code = program(listen, rest);
    const after = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
    expect(after).toBe(changed.replace("signal: own.signal", any));
  });

  it("takes a signal that is a member", () => {
    const code = program(listening.replace("signal.", "other.signal."), fetching);
    expect(lint(code)[0]?.suggestions?.[0]?.desc).toContain("AbortSignal.any([other.signal, own.signal])");
  });

  it.each(["new Other()", "other.controller"])("not for another controller: %s", (made) => {
    const code = program(listening, fetching).replace("new AbortController()", made);
    expect(lint(code).flatMap(suggested)).toEqual([]);
  });

  it.each([
    [
      "the body is read here",
      listening,
      "const res = await fetch(url, { signal: own.signal });\n  return await res.text();",
    ],
    ["something else is given the signal", listening, `other.use(own.signal);\n  ${fetching}`],
    ["the controller itself is given away", listening, `other.use(own);\n  ${fetching}`],
    ["it is no fetch", listening, "return await other.load(url, { signal: own.signal });"],
    ["the signal may be replaced", listening, "return fetch(url, { signal: own.signal, ...other });"],
    ["the listener does more", 'signal.addEventListener("abort", () => { own.abort(); report(); });', fetching],
    ["it has another reason", 'signal.addEventListener("abort", () => own.abort("over"));', fetching],
    ["the listener is another", 'signal.addEventListener("abort", () => own.stop());', fetching],
    ["it has another member as reason", 'signal.addEventListener("abort", () => own.abort(signal.why));', fetching],
    ["it has another option", 'signal.addEventListener("abort", () => own.abort(), { capture: true });', fetching],
    ["the signal is one of a list", 'signal[0].addEventListener("abort", () => own.abort());', fetching],
    ["the signal changes", `signal = other;\n  ${listening}`, fetching],
    ["the option is another", listening, "return fetch(url, { abort: own.signal });"],
    ["the request comes first", listening, "return fetch({ signal: own.signal }, url);"],
    ["`AbortSignal` is one of the file", listening, `const AbortSignal = other;\n  ${fetching}`],
    ["there are two requests", listening, `fetch(url, { signal: own.signal });\n  ${fetching}`],
    ["the response is returned on a condition", listening, `if (other) { ${fetching} }`],
    ["another value is returned", listening, "const res = await fetch(url, { signal: own.signal });\n  return other;"],
    ["a part is returned", listening, "const res = await fetch(url, { signal: own.signal });\n  return res.ok;"],
    ["nobody waits for it", listening, "fetch(url, { signal: own.signal });\n  return await other();"],
    ["there may be no signal", 'signal?.addEventListener("abort", () => own.abort());', fetching],
    ["it depends on a condition", `if (other) { ${listening} }`, fetching],
    ["a comment would go with it", `// The caller's.\n  ${listening}`, fetching],
  ])("not where %s", (_, listen, rest) => {
    const [message] = lint(program(listen, rest));
    expect(message?.ruleId).toBe(rule);
    expect(suggested(message!)).toEqual([]);
  });
});
