import { beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "./consumer.ts";
import { expectLeak, leakingJs } from "./sample.ts";

/** The user calls the plugin by another name. */
const renamed = "renamed.config.mjs";

const files = {
  "leaking.js": leakingJs,
  "esm.config.mjs": `import leaks from "eslint-plugin-leaks";
export default [...leaks.configs.recommended];
`,
  "commonjs.config.cjs": `const leaks = require("eslint-plugin-leaks");
module.exports = [...leaks.configs.recommended];
`,
  "define.config.mjs": `import leaks from "eslint-plugin-leaks";
import { defineConfig } from "eslint/config";
export default defineConfig({ files: ["**/*.js"], plugins: { leaks }, extends: ["leaks/recommended"] });
`,
  [renamed]: `import leaks from "eslint-plugin-leaks";
import { defineConfig } from "eslint/config";
export default defineConfig({ plugins: { drip: leaks }, extends: ["drip/strict"] });
`,
  "identity.cjs": `const required = require("eslint-plugin-leaks");
import("eslint-plugin-leaks").then((imported) => console.log(required === imported.default, required.meta.namespace));
`,
};

describe.each([
  // `defineConfig` came with 9.22.
  { version: "9.15.0", configs: ["esm.config.mjs", "commonjs.config.cjs"] },
  { version: "9.39.0", configs: ["esm.config.mjs", "commonjs.config.cjs", "define.config.mjs", renamed] },
  { version: "10.15.0", configs: ["esm.config.mjs", "commonjs.config.cjs", "define.config.mjs", renamed] },
])("ESLint $version, without TypeScript", ({ version, configs }) => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await createConsumer([`eslint@${version}`], files);
    return consumer.remove;
  });

  it("gets no TypeScript by installing the plugin", () => {
    expect(consumer.has("eslint/package.json")).toBe(true);
    expect(consumer.has("typescript")).toBe(false);
    expect(consumer.has("@typescript-eslint")).toBe(false);
  });

  it.each(configs)("reports the leak by %s", async (config) => {
    await expectLeak(consumer, { config, plugin: config === renamed ? "drip" : "leaks" });
  });

  it("gives `require` and `import` the same plugin", async () => {
    const { stdout } = await consumer.node("../identity.cjs", []);
    expect(stdout.trim()).toBe("true leaks");
  });
});
