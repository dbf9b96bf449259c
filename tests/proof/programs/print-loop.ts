import type { Page, Place } from "./page.ts";
import type { PrintInside } from "./print-steps.ts";
import { printTest } from "./print-value.ts";
import type { Step } from "./recipe.ts";

/** A loop of any kind. `more` says for how many turns: all of them end, but for one that awaits in every turn. */
export function printLoop(
  page: Page,
  place: Place,
  { form, labelled, test, body }: Step & { readonly kind: "loop" },
  inside: PrintInside,
): string[] {
  const n = page.next();
  const label = labelled ? `loop${n}` : undefined;
  const head = label ? `${label}: ` : "";
  const more = `more(${n})`;
  const condition = (): string => printTest(page, place, test);
  const lines = (): string[] => inside(body, { targets: [...place.targets, { label, kind: "loop" }] });
  const around = (opening: string, first: string[] = [], closing = "}"): string[] => [
    `${head}${opening} {`,
    ...first.map((line) => `  ${line}`),
    ...lines(),
    closing,
  ];
  switch (form) {
    case 0:
      return around(`while (${more})`);
    case 1:
      return around(`while (${more} && ${condition()})`);
    case 2:
      return around("do", [], `} while (${more});`);
    case 3:
      return around(`for (let i${n} = 0; ${more}; i${n}++)`);
    case 4:
      return around(`for (const key${n} in table(${n}))`);
    case 5:
    case 6:
      return around(place.async ? `for await (const item${n} of stream(${n}))` : `for (const item${n} of items(${n}))`);
    case 7:
      return around("while (true)", [`if (!${more}) ${place.returns === "function" ? "return" : "break"};`]);
    case 8:
      return around("for (;;)", [place.async && n % 2 === 0 ? `await tick(${n});` : `if (!${more}) break;`]);
    case 9:
      return around(`for (using item${n} of resources(${n}))`);
    case 10:
      return around(`for (const { x${n} = !${condition()} } of items(${n}))`);
    default:
      return around(`for (const item${n} of items(${n}))`);
  }
}
