import { expect, it } from "vitest";
import { contextLibraries } from "../../src/resources/catalog/contexts/index.ts";
import { signalConsumers, type SignalConsumer } from "../../src/resources/catalog/signals/look-alikes.ts";
import { expressions } from "../consequences/count/forms.mjs";
import { expressions as lookAlikes } from "../consequences/platform/look-alikes.mjs";
import { pathOf, readPage, withMarked } from "./read-page.ts";

const PAGE = "docs/rules/no-fallback-watcher.md";
const forms = Object.keys(expressions) as (keyof typeof expressions)[];

const signalForms = Object.keys(lookAlikes) as (keyof SignalConsumer["gives"])[];

it(`${PAGE} shows what was counted (\`vitest run tests/docs -u\` writes it)`, async () => {
  const rows = contextLibraries.flatMap(({ modules, foreignParent }) =>
    foreignParent ? [[`\`${modules[0]}\``, ...forms.map((form) => foreignParent[form])]] : [],
  );
  const contexts = tableOf(["library", "a class", "`{ ...ctx }`", "`Object.create(ctx)`", "`new Proxy(ctx, …)`"], rows);
  const made = [
    "`{ ...signal }`",
    "`Object.create(signal)`",
    "only `aborted`",
    "its own listeners",
    "`new Proxy(signal, {})`",
  ];
  const kinds = [...new Set(signalConsumers.map(({ gives }) => gives))];
  const signals = tableOf(
    ["given to", ...made],
    kinds.map((gives) => [namesOf(gives), ...signalForms.map((form) => gives[form])]),
  );
  const page = withMarked(withMarked(readPage(PAGE), "consequences", contexts), "look-alikes", signals);
  await expect(page).toMatchFileSnapshot(pathOf(PAGE));
});

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** All that gives the same, each module once. */
function namesOf(gives: SignalConsumer["gives"]): string {
  const consumers = signalConsumers.filter((consumer) => consumer.gives === gives);
  const places = [...new Set(consumers.map(({ from }) => (typeof from === "string" ? "" : from.join())))];
  return places
    .map((place) => {
      const inPlace = consumers.filter(({ from }) => (typeof from === "string" ? "" : from.join()) === place);
      const names = inPlace.flatMap((consumer) => consumer.names.map((name) => `\`${name}\``)).join(", ");
      return place === "" ? names : `${place.replace(",", " and ")}: ${names}`;
    })
    .join("; ");
}
