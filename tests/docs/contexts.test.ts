import { expect, it } from "vitest";
import { contextLibraries } from "../../src/resources/catalog/contexts/index.ts";
import type { Library } from "../../src/resources/resource.ts";
import { pathOf, readPage, withMarked } from "./read-page.ts";

const PAGE = "docs/contexts.md";
type Derive = Library["resources"][number];

it(`${PAGE} shows the catalog (\`vitest run tests/docs -u\` writes it)`, async () => {
  const rows = contextLibraries.flatMap(({ modules, resources }) =>
    resources.map((derive) => [modules.map(code).join(", "), spell(derive), resultOf(derive), heldBy(derive)]),
  );
  const head = ["module", "derive", "result and release", "a lost cancel holds"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  await expect(withMarked(readPage(PAGE), "catalog", lines)).toMatchFileSnapshot(pathOf(PAGE));
});

function spell({ acquire }: Derive): string {
  const write = (names: string | readonly string[], before: string): string =>
    [names].flat().map((name) => code(`${before}${name}()`)).join(", ");
  if ("call" in acquire) return write(acquire.call, "");
  return "new" in acquire ? write(acquire.new, "new ") : write(acquire.method, ".");
}

/** The result with names for its parts, and what is called to release it. */
function resultOf({ value, handle, release }: Derive): string {
  const method = release.by === "method" ? `.${release.names.join(" or .")}` : "";
  if (handle === undefined) return `${code("ctx")}, ${code(`ctx${method}()`)}`;
  const name = typeof handle === "string" ? handle : method === "" ? "cancel" : "handle";
  const parts = typeof value === "string" ? `{ ${value}, ${name} }` : `[ctx, ${name}]`;
  return `${code(parts)}, ${code(`${name}${method}()`)}`;
}

function heldBy({ holds }: Derive): string {
  const words = { timer: "a timer", parent: "a link in its parent", memory: "memory", pool: "a place", file: "a file" };
  return holds.length === 0 ? "nothing" : holds.map((held) => words[held]).join(", ");
}

function code(text: string): string {
  return `\`${text}\``;
}
