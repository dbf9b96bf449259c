import { expect, it } from "vitest";
import { lifecycles } from "../../src/resources/catalog/lifecycles/index.ts";
import type { Lifecycle } from "../../src/resources/lifecycle.ts";
import { pathOf, readPage, withMarked } from "./read-page.ts";

const PAGE = "docs/frameworks.md";

it(`${PAGE} shows the catalog (\`vitest run tests/docs -u\` writes it)`, async () => {
  const head = ["framework", "effects", "cleanup", "methods in pairs"];
  const rows = lifecycles.map((each) => [nameOf(each), effectsOf(each), cleanupsOf(each), pairsOf(each)]);
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  await expect(withMarked(readPage(PAGE), "frameworks", lines)).toMatchFileSnapshot(pathOf(PAGE));
});

function nameOf({ framework, modules }: Lifecycle): string {
  return modules.length === 0 ? framework : `${framework}: ${codes(modules)}`;
}

function effectsOf({ effects, script }: Lifecycle): string {
  const names = effects.flatMap(({ call }) => call).map((name) => `${name.replace("*", "…")}()`);
  return codes(script ? [...names, "<script setup>"] : names);
}

function cleanupsOf({ effects, cleanups }: Lifecycle): string {
  const returned = effects.some(({ returns }) => returns === "cleanup") ? ["returned"] : [];
  const given = [...effects.flatMap(({ tearDown }) => tearDown ?? []), ...cleanups].map((name) => `${name}()`);
  return [...returned, ...(given.length > 0 ? [codes([...new Set(given)])] : [])].join(", ");
}

function pairsOf({ classes = [] }: Lifecycle): string {
  return classes.map(({ setUp, tearDown }) => `${codes(setUp)} ↔ ${codes(tearDown)}`).join("; ");
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
