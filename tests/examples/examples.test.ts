import { describe, expect, it } from "vitest";
import { fixExamples } from "../../scripts/demo/fix-examples.mjs";
import { countAll } from "../../scripts/demo/held.mjs";
import { lintExamples } from "../../scripts/demo/lint-examples.mjs";
import { proveFixes } from "../../scripts/demo/prove-fixes.mjs";
import { proveTopics } from "../../scripts/demo/prove.mjs";
import type { Run } from "../../scripts/demo/run-program.mjs";
import { listTopics } from "../../scripts/demo/topics.mjs";
import plugin from "../../src/index.ts";

/** What each leaking program is told: the place of its one report, and words of it that name the cause. */
interface Report {
  /** `no-lost-cancel` where it is not said. */
  readonly rule?: string;
  readonly at: string;
  readonly words: RegExp;
}

const reports: Record<string, Report> = {
  "cache-hit-early-return": { at: "const { ctx, abort } = withDeadline", words: /`abort`.* return .*line 23/ },
  "child-per-request": { at: "const { ctx } = context.withAbort", words: /`withAbort`.* discarded/ },
  "deadline-await-rejects": { at: "const { ctx, abort } = context.withTimeout", words: /`abort`.*`await`.*line 22.* rejects/ },
  "in-house-signal": { at: "const { signal, cleanup } = createDeadlineSignal", words: /`cleanup`.*`await`.*line 22.* rejects/ },
  "fallback-overwrites-deadline": { at: "let { ctx, abort } = context.withTimeout", words: /`abort`.* overwritten .*line 24/ },
  "listener-per-query": { rule: "no-leaked-abort-listener", at: "signal.addEventListener", words: /`resolve` on line 18/ },
  "race-timeout": { rule: "no-leaked-race-timer", at: "setTimeout(", words: /race on line 15 is won by another/ },
  "retry-per-attempt": { at: "const [ctx, cancel] = context.WithTimeout", words: /`cancel`.* continue .*line 26/ },
  "session-close-forgets": { rule: "no-leaked-timer", at: "this.#idle = setTimeout", words: /`this.#idle`.*`close\(\)` on line 23/ },
  "timeout-await-rejects": { rule: "no-leaked-timer", at: "const timer = setTimeout", words: /`timer`.*`await` on line 18 rejects/ },
  "wait-in-loop": { rule: "no-race-in-loop", at: "once(signal", words: /turn of the loop on line 21 adds a listener/ },
  "worker-pool-failed-branch": { at: "const { context, cancel } = withCancel", words: /`cancel`.* condition on line 31 is false/ },
};

/** The leaking programs that `--fix` mends. */
const FIXED = [
  "cache-hit-early-return",
  "deadline-await-rejects",
  "listener-per-query",
  "race-timeout",
  "timeout-await-rejects",
];

/** Short, so that the test is; long enough that a slow machine counts before it passes. */
const DEADLINE_MS = 1000;

const topics = listTopics();
const config = { overrideConfigFile: true, overrideConfig: plugin.configs.recommended } as const;
const findings = await lintExamples(topics, config);
const changes = await fixExamples(topics, config);

describe("examples", () => {
  it("are all named here", () => {
    expect(topics).toEqual(Object.keys(reports).sort());
  });

  it.each(Object.entries(reports))("%s: the leaking program is reported, with its cause", (topic, expected) => {
    const { rule = "no-lost-cancel", at, words } = expected;
    const leaking = findings.get(topic)?.leaking ?? [];
    expect(leaking.map(({ ruleId }) => ruleId)).toEqual([`leaks/${rule}`]);
    expect(leaking[0]?.source).toContain(at);
    expect(leaking[0]?.message).toMatch(words);
  });

  it.each(topics)("%s: the corrected program is not reported", (topic) => {
    expect(findings.get(topic)?.corrected).toEqual([]);
  });

  it("are fixed by `--fix`, or by nothing that the user did not ask for", () => {
    const byFix = [...changes].filter(([, { by }]) => by === "fix").map(([topic]) => topic);
    expect(byFix).toEqual(FIXED);
    for (const [topic, { before, after }] of changes) expect(after, topic).not.toBe(before);
  });

  it("leak when they run, as long as their deadline, and leak nothing when corrected or fixed", async () => {
    const proved: string[] = [];
    const leaking = new Map<string, Run>();
    for await (const { topic, runs, doubts } of proveTopics(topics, DEADLINE_MS)) {
      expect(doubts, topic).toEqual([]);
      if (runs === undefined) throw new Error(`${topic} did not run`);
      expect(countAll(runs.leaking.held), topic).toBeGreaterThan(countAll(runs.corrected.held));
      if (runs.leaking.held.timers > 0) {
        expect(runs.leaking.aliveMs, topic).toBeGreaterThan(DEADLINE_MS / 2);
        expect(runs.corrected.aliveMs, topic).toBeLessThan(DEADLINE_MS / 2);
      }
      leaking.set(topic, runs.leaking);
      proved.push(topic);
    }
    expect(proved).toEqual(topics);
    for await (const { topic, doubts } of proveFixes(changes, leaking, DEADLINE_MS)) expect(doubts, topic).toEqual([]);
  });
});
