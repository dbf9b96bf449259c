import { expect, it } from "vitest";
import { buildGraph } from "../../src/analysis/control-flow/build-graph.ts";
import { knowledgeOf } from "../../src/analysis/ownership/outcomes/knowledge.ts";
import plugin from "../../src/index.ts";
import { naivePlugin } from "../fixes/harness/naive-plugin.ts";
import { describeBrokenFix, minimiseFix, runFixCampaign, type BrokenFix } from "./check/fix-campaign.ts";
import { subjectFrom } from "./check/load-subject.ts";

const SEED = 3;
const PROGRAMS = 300;

/** `node scripts/proof.mjs --fixes --count 10000` runs as many as one likes; RESULTS.md has what it measured. */
it(`${PROGRAMS} random programs do the same after \`--fix\``, { timeout: 120_000 }, async () => {
  const subject = subjectFrom({ buildGraph, knowledgeOf, plugin });
  const found: BrokenFix[] = [];
  const onBroken = (broken: BrokenFix): void => void found.push(broken);
  const summary = await runFixCampaign({ seed: SEED, programs: PROGRAMS, subject, onBroken });
  const [worst] = found;
  if (worst) expect.fail(describeBrokenFix(await minimiseFix(worst, subject)));

  // Had the programs nothing to fix, or been run never, all of the above would hold as well.
  expect(summary.fixed).toBeGreaterThan(PROGRAMS / 20);
  expect(summary.runs).toBeGreaterThan(summary.fixed * 2);
});

it("a fix without a second thought is caught", async () => {
  const subject = subjectFrom({ buildGraph, knowledgeOf, plugin: naivePlugin as typeof plugin });
  const summary = await runFixCampaign({ seed: SEED, programs: 60, subject });
  expect(summary.broken).toBeGreaterThan(5);
});
