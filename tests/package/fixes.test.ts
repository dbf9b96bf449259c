import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "./consumer.ts";
import { leakingJs } from "./sample.ts";

/** What every tool must make of the sample. */
const fixedJs = `import { withTimeout } from "@loke/context";

export async function run(parent, job) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    await job(ctx);
  } finally {
    abort();
  }
}
`;

/** A leak that only a person can decide on: the release comes before the work is done. */
const premature = `import { withTimeout } from "@loke/context";

const work = async (ctx) => ctx.signal;

export async function run(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    return work(ctx);
  } finally {
    abort();
  }
}
`;

const files = {
  "leaking.js": leakingJs,
  "premature.js": premature,
  "eslint.config.mjs": `import leaks from "eslint-plugin-leaks";
export default [...leaks.configs.recommended];
`,
  "api.mjs": `import { ESLint } from "eslint";
const eslint = new ESLint({ fix: true });
await ESLint.outputFixes(await eslint.lintFiles(["leaking.js", "premature.js"]));
`,
  ".oxlintrc.json": JSON.stringify({
    jsPlugins: ["eslint-plugin-leaks"],
    categories: { correctness: "off" },
    rules: { "leaks/no-lost-cancel": "error", "leaks/no-premature-cancel": "error" },
  }),
};

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer(["eslint@10.15.0", "oxlint@1.94.0"], files);
  return consumer.remove;
});

const place = (name: "leaking.js" | "premature.js"): string => consumer.installed(`../${name}`);
const textOf = (name: "leaking.js" | "premature.js"): Promise<string> => readFile(place(name), "utf8");

beforeEach(async () => {
  await writeFile(place("leaking.js"), leakingJs);
  await writeFile(place("premature.js"), premature);
});

describe("fixes of files, and of nothing that a person must decide", () => {
  it.each([
    { tool: "eslint --fix", script: "eslint/bin/eslint.js", args: ["--fix", "leaking.js", "premature.js"] },
    { tool: "the ESLint class", script: "../api.mjs", args: [] },
    { tool: "oxlint --fix", script: "oxlint/bin/oxlint", args: ["--fix", "leaking.js", "premature.js"] },
  ])("$tool", async ({ script, args }) => {
    const { stderr } = await consumer.node(script, args);
    expect(stderr).toBe("");
    expect(await textOf("leaking.js")).toBe(fixedJs);
    expect(await textOf("premature.js")).toBe(premature);
  });
});

it("eslint --fix leaves nothing to report of what it fixed", async () => {
  await consumer.node("eslint/bin/eslint.js", ["--fix", "leaking.js"]);
  const { code, stdout } = await consumer.node("eslint/bin/eslint.js", ["leaking.js"]);
  expect(stdout).toBe("");
  expect(code).toBe(0);
});

it("oxlint --fix-suggestions takes the suggestion", async () => {
  await consumer.node("oxlint/bin/oxlint", ["--fix-suggestions", "premature.js"]);
  expect(await textOf("premature.js")).toBe(premature.replace("return work", "return await work"));
});
