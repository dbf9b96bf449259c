import { describe, expect, it } from "vitest";
import { buildGraph } from "../../src/analysis/control-flow/build-graph.ts";
import { knowledgeOf } from "../../src/analysis/ownership/outcomes/knowledge.ts";
import plugin from "../../src/index.ts";
import { minimise, runCampaign, type Finding } from "./check/campaign.ts";
import { describeFinding } from "./check/describe-finding.ts";
import { subjectFrom } from "./check/load-subject.ts";

const SEED = 20_412;
const PROGRAMS = 300;

/** `node scripts/proof.mjs --count 20000` runs as many as one likes; RESULTS.md has what it measured. */
describe("random programs, run under every combination of what can happen in them", () => {
  it(`${PROGRAMS} programs, seed ${SEED}`, { timeout: 120_000 }, async () => {
    const subject = subjectFrom({ buildGraph, knowledgeOf, plugin });
    const findings: Finding[] = [];
    const summary = await runCampaign({
      seed: SEED,
      programs: PROGRAMS,
      subject,
      onFinding: (finding) => void findings.push(finding),
    });
    const [worst] = findings.filter(({ failure }) => failure !== "false alarm");
    if (worst) expect.fail(describeFinding(await minimise(worst, subject)));

    // Had the programs nothing to find, or the rule nothing to say, all of the above would hold as well.
    expect(summary.leaks).toBeGreaterThan(PROGRAMS / 2);
    expect(summary.acquires - summary.leaks).toBeGreaterThan(PROGRAMS / 4);
    expect(summary.exhausted).toBeGreaterThan(PROGRAMS / 2);
    expect(summary.falseAlarms).toBeLessThanOrEqual(summary.acquires / 100);
  });
});
