import { describe, expect, it } from "vitest";
import { countAll } from "../../scripts/demo/held.mjs";
import { lintExamples } from "../../scripts/demo/lint-examples.mjs";
import { proveTopics } from "../../scripts/demo/prove.mjs";
import { listTopics } from "../../scripts/demo/topics.mjs";
import plugin from "../../src/index.ts";

/** What each leaking program is told: the place of its one report, and words of it that name the cause. */
const reports: Record<string, { at: string; words: RegExp }> = {
  "cache-hit-early-return": { at: "const { ctx, abort } = withDeadline", words: /`abort`.* return .*line 23/ },
  "child-per-request": { at: "const { ctx } = context.withAbort", words: /`withAbort`.* discarded/ },
  "deadline-await-rejects": { at: "const { ctx, abort } = context.withTimeout", words: /`abort`.*`await`.*line 22.* rejects/ },
  "in-house-signal": { at: "const { signal, cleanup } = createDeadlineSignal", words: /`cleanup`.*`await`.*line 22.* rejects/ },
  "fallback-overwrites-deadline": { at: "let { ctx, abort } = context.withTimeout", words: /`abort`.* overwritten .*line 24/ },
  "retry-per-attempt": { at: "const [ctx, cancel] = context.WithTimeout", words: /`cancel`.* continue .*line 26/ },
  "worker-pool-failed-branch": { at: "const { context, cancel } = withCancel", words: /`cancel`.* condition on line 31 is false/ },
};

/** Short, so that the test is; long enough that a slow machine counts before it passes. */
const DEADLINE_MS = 1000;

const topics = listTopics();
const findings = await lintExamples(topics, { overrideConfigFile: true, overrideConfig: plugin.configs.recommended });

describe("examples", () => {
  it("are all named here", () => {
    expect(topics).toEqual(Object.keys(reports).sort());
  });

  it.each(Object.entries(reports))("%s: the leaking program is reported, with its cause", (topic, { at, words }) => {
    const leaking = findings.get(topic)?.leaking ?? [];
    expect(leaking.map(({ ruleId }) => ruleId)).toEqual(["leaks/no-lost-cancel"]);
    expect(leaking[0]?.source).toContain(at);
    expect(leaking[0]?.message).toMatch(words);
  });

  it.each(topics)("%s: the corrected program is not reported", (topic) => {
    expect(findings.get(topic)?.corrected).toEqual([]);
  });

  it("leak when they run, as long as their deadline, and leak nothing when corrected", async () => {
    const proved: string[] = [];
    for await (const { topic, runs, doubts } of proveTopics(topics, DEADLINE_MS)) {
      expect(doubts, topic).toEqual([]);
      if (runs === undefined) throw new Error(`${topic} did not run`);
      expect(countAll(runs.leaking.held), topic).toBeGreaterThan(countAll(runs.corrected.held));
      if (runs.leaking.held.timers > 0) {
        expect(runs.leaking.aliveMs, topic).toBeGreaterThan(DEADLINE_MS / 2);
        expect(runs.corrected.aliveMs, topic).toBeLessThan(DEADLINE_MS / 2);
      }
      proved.push(topic);
    }
    expect(proved).toEqual(topics);
  });
});
