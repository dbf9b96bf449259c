import { expect } from "vitest";
import type { Consumer } from "./consumer.ts";

/** A leak on one path: when the job fails, `abort` is not called. */
export const leakingJs = `import { withTimeout } from "@loke/context";

export async function run(parent, job) {
  const { ctx, abort } = withTimeout(parent, 500);
  await job(ctx);
  abort();
}
`;

/** The same with type annotations. */
export const leakingTs = leakingJs
  .replace("withTimeout }", "withTimeout, type Context }")
  .replace("(parent, job)", "(parent: Context, job: (ctx: Context) => Promise<void>): Promise<void>");

interface LintResult {
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string; readonly line: number }[];
}

/** How the sample is linted: by which config, the plugin's name in it, and the Node that runs ESLint. */
interface LintRun {
  readonly config: string;
  readonly file?: string;
  readonly plugin?: string;
  readonly node?: string;
}

/** Lints the sample with ESLint and expects the one report, with its line and its reason. */
export async function expectLeak(
  consumer: Consumer,
  { config, file = "leaking.js", plugin = "leaks", node }: LintRun,
): Promise<void> {
  const args = ["--config", config, "--format", "json", file];
  const { code, stdout, stderr } = await consumer.node("eslint/bin/eslint.js", args, node);
  expect(stderr).toBe("");
  const results = JSON.parse(stdout) as LintResult[];
  expect(results.flatMap((result) => result.messages)).toEqual([
    expect.objectContaining({
      ruleId: `${plugin}/no-lost-cancel`,
      line: 4,
      message: expect.stringMatching(/`abort`.*\bline 5\b/) as string,
    }),
  ]);
  expect(code).toBe(1);
}
