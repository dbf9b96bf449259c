/**
 * The proof by execution at full size: random programs are run under every combination of what can happen in them, and
 * the graph and the reports of the rule are held against what did happen.
 *
 *     node scripts/proof.mjs --count 20000 --seed 1 [--show 5] [--only miss] [--src src] [--json] [--until miss]
 *
 * With `--fixes` the programs are fixed, and run before and after: nothing may differ but the missing releases.
 * With `--record` a few small programs are chosen and proved, and their outcome goes to tests/proof/generated.jsonl.
 * `--show` is how many findings are minimised and printed, `--only` which; `--until` stops at the first.
 * Exit code 1 when a run is no path of the graph, a leak is not reported, or a fix changed what a program does.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createJiti } from "jiti";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: {
    count: { type: "string" },
    seed: { type: "string" },
    show: { type: "string", default: "5" },
    src: { type: "string", default: "src" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    fixes: { type: "boolean", default: false },
    until: { type: "string" },
    record: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  console.log(`Runs random programs and holds the graph and the reports of the rule against what happened.

usage: node scripts/proof.mjs [--fixes] [--count 1000]
         [--seed N] [--show 5] [--only KIND] [--until KIND] [--src src] [--json]
       node scripts/proof.mjs --record [--count 150]

  --fixes   fix the programs, and hold what they do afterwards against what they did before
  --count   how many programs; --seed  which (printed, so that a run can be repeated)
  --show    how many findings are minimised and printed; --only  which kind: "miss", "false alarm", "broken trace"
  --until   stops at the first finding of a kind; --src  the sources to prove; --json  the figures alone
  --record  choose small programs that take many ways through the plugin, prove each, and write what comes of them to
            tests/proof/generated.jsonl, which a test holds the plugin against

Exit code 1 when a run is no path of the graph, a leak is not reported, or a fix changed what a program does.`);
  process.exit(0);
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed);
const programs = Number(values.count ?? (values.record ? 150 : 1000));
const src = resolve(root, values.src);

const jiti = createJiti(import.meta.url);
/** @type {typeof import("../tests/proof/check/fix-campaign.ts")} */
const { describeBrokenFix, minimiseFix, runFixCampaign } = await jiti.import("../tests/proof/check/fix-campaign.ts");
/** @type {typeof import("../tests/proof/check/campaign.ts")} */
const { runCampaign, minimise } = await jiti.import("../tests/proof/check/campaign.ts");
/** @type {typeof import("../tests/proof/check/describe-finding.ts")} */
const { describeFinding } = await jiti.import("../tests/proof/check/describe-finding.ts");
/** @type {typeof import("../tests/proof/check/load-subject.ts")} */
const { subjectFrom } = await jiti.import("../tests/proof/check/load-subject.ts");
const subject = subjectFrom({
  ...(await jiti.import(`${src}/analysis/control-flow/build-graph.ts`)),
  ...(await jiti.import(`${src}/analysis/ownership/outcomes/knowledge.ts`)),
  plugin: await jiti.import(`${src}/index.ts`, { default: true }),
});

/** @param {string} text */
const say = (text) => values.json || console.log(text);

if (!values.record) say(`seed ${seed}, ${programs} programs`);
const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);
let shown = 0;
process.exitCode = values.record ? await record() : values.fixes ? await proveFixes() : await proveReports();

async function record() {
  /** @type {typeof import("../tests/proof/check/record.ts")} */
  const { recordPrograms } = await jiti.import("../tests/proof/check/record.ts");
  /** @type {typeof import("../tests/proof/check/taken-paths.ts")} */
  const { TakenPaths } = await jiti.import("../tests/proof/check/taken-paths.ts");
  const paths = new TakenPaths(`${src}/`);
  await paths.start();
  const proved = await recordPrograms(programs, paths, subject);
  paths.stop();
  const page = resolve(root, "tests/proof/generated.jsonl");
  writeFileSync(page, proved.map((each) => `${JSON.stringify(each)}\n`).join(""));
  say(`${proved.length} programs, ${seconds()} s`);
  return 0;
}

async function proveReports() {
  const summary = await runCampaign({
    seed,
    programs,
    subject,
    until: values.until,
    async onFinding(finding) {
      if (values.json || (values.only && finding.failure !== values.only) || shown++ >= Number(values.show)) return;
      say(`\n${describeFinding(await minimise(finding, subject))}\n`);
    },
    onProgress({ programs: done, runs, misses, brokenTraces, falseAlarms }) {
      if (done % 1000 !== 0 && done !== programs) return;
      say(
        `${done} programs, ${runs} runs, ${seconds()} s: ` +
          `${brokenTraces} broken traces, ${misses} misses, ${falseAlarms} false alarms`,
      );
    },
  });
  console.log(values.json ? JSON.stringify({ seed, ...summary }) : summary);
  return summary.misses > 0 || summary.brokenTraces > 0 ? 1 : 0;
}

async function proveFixes() {
  const summary = await runFixCampaign({
    seed,
    programs,
    subject,
    async onBroken(broken) {
      if (values.json || shown++ >= Number(values.show)) return;
      say(`\n${describeBrokenFix(await minimiseFix(broken, subject))}\n`);
    },
    onProgress({ programs: done, fixed, runs, broken }) {
      if (done % 1000 !== 0 && done !== programs) return;
      say(`${done} programs, ${fixed} fixed, ${runs} runs, ${seconds()} s: ${broken} broken by their fix`);
    },
  });
  console.log(values.json ? JSON.stringify({ seed, ...summary }) : summary);
  return summary.broken > 0 ? 1 : 0;
}
