import { expect, it } from "vitest";
import { wordsOf } from "../../src/analysis/bounded.ts";
import { bounds } from "../../src/analysis/bounds.ts";
import { pathOf, readPage, withMarked } from "./read-page.ts";

const PAGE = "docs/bounds.md";

it(`${PAGE} shows all bounds (\`vitest run tests/docs -u\` writes it)`, async () => {
  const rows = Object.values(bounds).map((bound) => [`\`${bound.name}\``, wordsOf(bound), bound.quiet]);
  const head = ["bound", "is hit beyond", "where the rules are quiet"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  await expect(withMarked(readPage(PAGE), "bounds", lines)).toMatchFileSnapshot(pathOf(PAGE));
});
