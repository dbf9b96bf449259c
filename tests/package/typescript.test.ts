import { beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "./consumer.ts";
import { expectLeak, leakingTs } from "./sample.ts";

const files = {
  "leaking.ts": leakingTs,
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "nodenext", target: "es2023", strict: true, noEmit: true, types: [] },
    include: ["*.ts"],
  }),
  "parser.config.mjs": `import leaks from "eslint-plugin-leaks";
import parser from "@typescript-eslint/parser";
export default [{ files: ["**/*.ts"], languageOptions: { parser } }, ...leaks.configs.recommended];
`,
  "typed.config.mjs": `import leaks from "eslint-plugin-leaks";
import parser from "@typescript-eslint/parser";
const parserOptions = { projectService: true, tsconfigRootDir: import.meta.dirname };
export default [{ files: ["**/*.ts"], languageOptions: { parser, parserOptions } }, ...leaks.configs.strict];
`,
  "eslint.config.ts": `import leaks, { type LeaksSettings, type RuleOptions } from "eslint-plugin-leaks";
import { defineConfig } from "eslint/config";

const settings: LeaksSettings = { modules: [{ source: "@/lib/context", like: "go" }], throws: "await" };
const options: RuleOptions = { causes: ["exception"], topLevel: false };

export default defineConfig(
  { files: ["**/*.ts"], plugins: { leaks }, extends: ["leaks/recommended"], settings: { leaks: settings } },
  leaks.configs.strict,
  { plugins: { leaks }, rules: { "leaks/no-lost-cancel": ["warn", options] } },
);

// @ts-expect-error -- the types are there and not \`any\`: a word that is not allowed is seen
export const wrong: LeaksSettings = { throws: "sometimes" };
`,
};

describe.each([
  { name: "TypeScript 6", packages: ["typescript@~6.0.3"], tsc: "typescript/bin/tsc" },
  {
    name: "TypeScript 7, with typescript-eslint's alias",
    packages: ["typescript@npm:@typescript/typescript6@^6.0.2", "typescript7@npm:typescript@^7.0.2"],
    tsc: "typescript7/bin/tsc",
  },
])("$name", ({ packages, tsc }) => {
  let consumer: Consumer;
  beforeAll(async () => {
    const others = ["eslint@10.15.0", "@typescript-eslint/parser@8.72.0", "@loke/context@0.0.1"];
    consumer = await createConsumer([...packages, ...others], files);
    return consumer.remove;
  });

  it("reports the leak in TypeScript, without type information", async () => {
    await expectLeak(consumer, { config: "parser.config.mjs", file: "leaking.ts" });
  });

  it("reports the leak in TypeScript, with type information", async () => {
    await expectLeak(consumer, { config: "typed.config.mjs", file: "leaking.ts" });
  });

  it("gives `eslint.config.ts` the types of plugin, settings and options", async () => {
    const { code, stdout } = await consumer.node(tsc, ["--noEmit"]);
    expect(stdout).toBe("");
    expect(code).toBe(0);
  });
});
