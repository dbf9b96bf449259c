import { beforeAll, describe, expect, it } from "vitest";
import { createConsumer, type Consumer } from "./consumer.ts";
import { nodeAlias, nodeBinary } from "./node-versions.ts";
import { run } from "./run.ts";
import { expectLeak, leakingJs } from "./sample.ts";

/** The first versions of `engines`, and the newest of the last line. */
const VERSIONS = ["20.19.0", "22.13.0", "24"];

describe("Node", () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await createConsumer(["eslint@10.15.0", ...VERSIONS.map(nodeAlias)], {
      "leaking.js": leakingJs,
      "esm.config.mjs": `export { default } from "./preset.mjs";`,
      "preset.mjs": `import leaks from "eslint-plugin-leaks";\nexport default leaks.configs.recommended;\n`,
      "commonjs.config.cjs": `module.exports = require("eslint-plugin-leaks").configs.recommended;\n`,
    });
    return consumer.remove;
  });

  it.each(VERSIONS)("%s reports the leak from ESM and CommonJS configs", async (version) => {
    const node = consumer.installed(`node-${version}/${nodeBinary}`);
    const { stdout } = await run(node, ["--version"], ".");
    expect(stdout.startsWith(`v${version}.`) || stdout.trim() === `v${version}`).toBe(true);
    await expectLeak(consumer, { config: "esm.config.mjs", node });
    await expectLeak(consumer, { config: "commonjs.config.cjs", node });
  });
});
