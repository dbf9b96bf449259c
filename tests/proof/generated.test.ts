import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/analysis/control-flow/build-graph.ts";
import { knowledgeOf } from "../../src/analysis/ownership/outcomes/knowledge.ts";
import plugin from "../../src/index.ts";
import { subjectFrom } from "./check/load-subject.ts";
import { digest, outcomeOf } from "./check/outcome.ts";
import type { ProvedProgram } from "./check/record.ts";
import { generate } from "./programs/generate.ts";

/**
 * What comes of random programs, line by line of generated.jsonl: `node scripts/proof.mjs --record` writes a program
 * there when its runs have shown that the reports are right and the repairs change nothing else. So this test needs
 * no run, and can judge many changes of the plugin quickly.
 */
const lines = readFileSync(new URL("generated.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const programs = lines.map((line) => JSON.parse(line) as ProvedProgram);

describe("random programs, whose outcome was proved by running them", () => {
  const subject = subjectFrom({ buildGraph, knowledgeOf, plugin });

  it.each(programs.map((each) => [`${each.kind} ${each.seed}`, each, generate(each)] as const))(
    "%s",
    (_, was, text) => {
      expect(digest(text), `another program than the recorded one:\n${text}`).toBe(was.program);
      const { reports, texts } = outcomeOf(text, subject);
      expect(reports, text).toEqual(was.reports);
      expect(Object.keys(texts), text).toEqual(Object.keys(was.repairs));
      const changed = Object.entries(texts).filter(([repair, after]) => digest(after) !== was.repairs[repair]);
      expect(changed.map(([repair, after]) => `${repair} of\n${text}\nnow writes\n${after}`)).toEqual([]);
    },
  );
});
