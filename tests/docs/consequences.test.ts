import { expect, it } from "vitest";
import { contextLibraries } from "../../src/resources/catalog/contexts/index.ts";
import { expressions } from "../consequences/count/forms.mjs";
import { pathOf, readPage, withMarked } from "./read-page.ts";

const PAGE = "docs/rules/no-fallback-watcher.md";
const forms = Object.keys(expressions) as (keyof typeof expressions)[];

it(`${PAGE} shows what was counted (\`vitest run tests/docs -u\` writes it)`, async () => {
  const rows = contextLibraries.flatMap(({ modules, foreignParent }) =>
    foreignParent ? [[`\`${modules[0]}\``, ...forms.map((form) => foreignParent[form])]] : [],
  );
  const head = ["library", "a class", "`{ ...ctx }`", "`Object.create(ctx)`", "`new Proxy(ctx, …)`"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  await expect(withMarked(readPage(PAGE), "consequences", lines)).toMatchFileSnapshot(pathOf(PAGE));
});
