import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

const options = { causes: ["signal-look-alike"] };
const idsOf = (text: string): (string | undefined)[] =>
  lint(text, { rule: "no-fallback-watcher", options }).map(({ messageId }) => messageId);

/** What is passed for a signal: `fetch` wants listeners, `AbortSignal.any` one of the platform's own. */
describe("what is passed for a signal", () => {
  const program = (use: string): string => `import { addAbortListener } from "node:events";
import { Other } from "./other.ts";
class Bare { aborted = false; }
class Own { aborted = false; addEventListener() {} }
class Listening extends EventTarget { aborted = false; }
class Plain { stopped = false; "addEventListener"() {} }
class Unknown extends Other { aborted = false; }
class Global extends Base { aborted = false; }
class Imported extends Other.EventTarget { aborted = false; }
export function run(url, signal: AbortSignal, options, given, x) {
  const copy = { ...signal };
  const init = { method: "PUT", signal: copy } as RequestInit;
  const same = copy;
  ${use}
}`;

  it.each([
    "fetch(url, { signal: { ...signal } });",
    "fetch(url, { signal: copy });",
    "fetch(url, { signal: copy! });",
    "fetch(url, init);",
    "fetch(url, { signal: { ...options.signal } });",
    'fetch(url, { "signal": { ...signal as any } });',
    "fetch(url, { signal: { ...options.abortSignal, reason: 1 } });",
    "fetch(url, { signal: Object.assign({}, signal) });",
    "fetch(url, { signal: Object.assign({}, signal, { reason: 1 }) });",
    "fetch(url, { signal: Object.assign({ aborted: false }) });",
    "fetch(url, { signal: { aborted: false } });",
    "fetch(url, { signal: new Bare() });",
    "fetch(url, { signal: new (class { aborted = true })() });",
    "AbortSignal.any([signal, { ...signal }]);",
    "AbortSignal.any([, { ...signal }]);",
    "AbortSignal.any([{ ...signal }] as AbortSignal[]);",
    "addAbortListener({ ...signal }, given);",
    "addAbortListener(new Bare(), given);",
  ])("is refused in `%s`", (use) => {
    expect(idsOf(program(use))).toEqual(["refusedSignal"]);
  });

  it.each([
    "AbortSignal.any([Object.create(signal)]);",
    "AbortSignal.any([Object.create(options.signal)]);",
    "AbortSignal.any([Object.assign(Object.create(signal), { name: 1 })]);",
    "AbortSignal.any([{ aborted: false }]);",
    "AbortSignal.any([{ aborted: false, addEventListener() {} }]);",
    "AbortSignal.any([new Bare()]);",
    "AbortSignal.any([new Own()]);",
    "AbortSignal.any([new Listening()]);",
  ])("is taken and never heard of in `%s`", (use) => {
    expect(idsOf(program(use))).toEqual(["lostSignal"]);
  });

  it.each([
    "fetch(url, { signal });",
    "fetch(url, { signal: given });",
    "fetch(url, { signal: same });",
    "fetch(url, { other: { ...signal } });",
    "fetch(url, { ...options });",
    "fetch(url, given);",
    "fetch(url, copy);",
    "fetch(url, { signal: {} });",
    "fetch(url, { signal: { reason: 1 } });",
    "fetch(url, { signal: { addEventListener() {} } });",
    "fetch(url, { signal: { aborted: false, addEventListener() {} } });",
    "fetch(url, { signal: { ...given } });",
    "fetch(url, { signal: { ...options.signalOptions } });",
    "fetch(url, { signal: { ...given.signal() } });",
    "fetch(url, { signal: Object.assign(signal, { aborted: false }) });",
    "fetch(url, { signal: Object.assign(given, { aborted: false }) });",
    "fetch(url, { signal: Object.assign({}, given, { aborted: false }) });",
    "fetch(url, { signal: Object.assign(given(signal), { name: 1 }) });",
    "AbortSignal.any([Object.assign(given(signal), { name: 1 })]);",
    "AbortSignal.any([Object.create(given)]);",
    "AbortSignal.any([Object.create(signal, {})]);",
    "AbortSignal.any([Object.create()]);",
    "AbortSignal.any([x.create(signal)]);",
    "AbortSignal.any([given()(signal)]);",
    "AbortSignal.any([given({ aborted: false })]);",
    "AbortSignal.any([Other.create({ aborted: false })]);",
    "AbortSignal.any([new Plain()]);",
    "AbortSignal.any([new Unknown()]);",
    "AbortSignal.any([new Imported()]);",
    "AbortSignal.any([new Global()]);",
    "AbortSignal.any([new given.Bare()]);",
    "AbortSignal.any(given);",
    "AbortSignal.any();",
    "AbortSignal.any([...given, ,]);",
    "addAbortListener();",
    "addAbortListener(...given);",
    "addAbortListener(signal, { ...signal });",
  ])("is nothing to complain of in `%s`", (use) => {
    expect(idsOf(program(use))).toEqual([]);
  });

  it("is somebody else's where the names of the platform stand for something else", () => {
    const text = `import { Object } from "./schema.ts";
import { EventTarget } from "./target.ts";
class Listening extends EventTarget { aborted = false; }
AbortSignal.any([Object.create(signal), new Listening()]);`;
    expect(idsOf(text)).toEqual([]);
  });
});
