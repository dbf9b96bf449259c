import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  signalConsumers,
  type LookAlike,
  type LookAlikeConsequence,
  type SignalConsumer,
} from "../../src/resources/catalog/signals/look-alikes.ts";
import { installNode } from "../package/node-versions.ts";
import { run } from "../package/run.ts";
import { lint } from "../rules/lint.ts";
import { consumers, moduleOf } from "./platform/consumers.mjs";
import { expressions } from "./platform/look-alikes.mjs";

/**
 * What the platform does with a look-alike of a signal is run, not believed, on each Node.js of `engines`. The catalog
 * must say what holds on all of them, and the rule what the catalog says.
 */
const VERSIONS = ["20", "22", "24"];
const script = fileURLToPath(new URL("platform/count.mjs", import.meta.url));
const forms = Object.keys(expressions) as LookAlike[];
const names = Object.keys(consumers);

type Outcome = "throws" | "lost" | "watcher" | "free";
type Counted = Readonly<Record<string, Readonly<Record<LookAlike | "signal", readonly Outcome[]>>>>;
const counted: Counted[] = [];
let missing: string | undefined;

beforeAll(async () => {
  for (const version of VERSIONS) {
    const node = await installNode(version);
    if ("missing" in node) return void (missing = node.missing);
    const { code, stdout, stderr } = await run(node.path, ["--no-warnings", script], ".");
    expect(code, stderr).toBe(0);
    counted.push(JSON.parse(stdout) as Counted);
  }
});

describe.each(names)("%s", (name) => {
  it("hears the abort of a signal", ({ skip }) => {
    if (missing) skip(missing);
    for (const results of counted) expect(["free", "watcher"]).toContain(results[name]!.signal[0]);
  });

  it.for(forms)("%s: the catalog says what was counted", (form, { skip }) => {
    if (missing) skip(missing);
    const outcomes = counted.flatMap((results) => outcomesOf(results, name, form));
    expect(consumerOf(name).gives[form]).toBe(consequenceOf(outcomes));
  });
});

const variants = forms.flatMap((form) => expressions[form].map(([text, setup = ""]) => ({ form, text, setup })));

it.each(variants)("$text: the rule says what the catalog says", ({ form, text, setup }) => {
  const program = moduleOf(text, setup, "use");
  const lines = program.split("\n");
  const options = { causes: ["signal-look-alike"] };
  const reports = lint(program, { rule: "no-fallback-watcher", options, file: "file.js" });
  const said = reports.map(({ line, messageId }) => [/^"(.*?)":/.exec(lines[line - 1]!)?.[1], messageId]);
  const wanted = names.flatMap((name) => messageOf[consumerOf(name).gives[form]].map((id) => [name, id]));
  expect(said).toEqual(wanted);
});

it("runs all that the catalog names", () => {
  const named = signalConsumers.flatMap((consumer) => names.filter((name) => isNamed(consumer, name)));
  expect(named.sort()).toEqual([...names].sort());
  expect(names).toHaveLength(signalConsumers.flatMap((consumer) => consumer.names).length);
});

const messageOf: Record<LookAlikeConsequence, string[]> = { throws: ["refusedSignal"], lost: ["lostSignal"], free: [] };

function consumerOf(name: string): SignalConsumer {
  return signalConsumers.find((each) => isNamed(each, name))!;
}

/** `events.once`, `timers/promises setTimeout`: the module, and the name in it. */
function isNamed({ from, names: known }: SignalConsumer, name: string): boolean {
  const path = name.replace(/^new /, "");
  if (typeof from === "string") return known.includes(path);
  return from.some((module) => known.some((each) => path === `${module} ${each}` || path === `${module}.${each}`));
}

/** What is no worse with a look-alike than with a signal itself is free. */
function outcomesOf(results: Counted, name: string, form: LookAlike): Outcome[] {
  const { signal, [form]: outcomes } = results[name]!;
  return outcomes.map((outcome) => (outcome === signal[0] ? "free" : outcome));
}

/** What holds on all versions, however the look-alike is made. */
function consequenceOf(outcomes: readonly Outcome[]): LookAlikeConsequence | "watcher" {
  if (outcomes.every((outcome) => outcome === "throws")) return "throws";
  if (outcomes.every((outcome) => outcome === "throws" || outcome === "lost")) return "lost";
  return outcomes.every((outcome) => outcome === "watcher") ? "watcher" : "free";
}
