import { expect, it } from "vitest";
import { teardownMethods } from "../../src/resources/catalog/lifecycles/objects.ts";
import { pathOf, readPage, withMarked } from "./read-page.ts";

const PAGE = "docs/objects.md";

it(`${PAGE} shows the catalog (\`vitest run tests/docs -u\` writes it)`, async () => {
  const names = [...teardownMethods].map((name) => (name.startsWith("Symbol.") ? `\`[${name}]\`` : `\`${name}\``));
  const text = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`;
  await expect(withMarked(readPage(PAGE), "teardowns", text)).toMatchFileSnapshot(pathOf(PAGE));
});
