import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { contextLibraries } from "../../src/resources/catalog/contexts/index.ts";
import type { ForeignParent, Library, WrapperForm } from "../../src/resources/resource.ts";
import { lint } from "../rules/lint.ts";
import { expressions } from "./count/forms.mjs";

/**
 * What a foreign parent costs is counted, not believed: 1,000 children of a library's own context and of each form of
 * a foreign one, all cancelled. The catalog must say what was counted, and the rule what the catalog says.
 */
type Count = { readonly threw: string } | { readonly reachable: number; readonly follows: boolean };
type Rows = Readonly<Record<"own" | WrapperForm, readonly Count[]>>;

const forms = Object.keys(expressions) as WrapperForm[];
const subjects = contextLibraries.filter(({ foreignParent }) => foreignParent !== undefined);
const imports = new URL("../../examples/goscript-imports.mjs", import.meta.url).href;
const script = fileURLToPath(new URL("count/count.mjs", import.meta.url));
interface Counted {
  readonly real: boolean;
  readonly classText: string;
  readonly asksAfterFunc: boolean;
  readonly rows: Rows;
}
let counts: Record<string, Counted>;

beforeAll(() => {
  const args = ["--no-warnings", "--expose-gc", "--import", imports, script];
  counts = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as typeof counts;
});

describe.each(subjects.map((library) => [library.modules[0]!, library] as const))("%s", (_, library) => {
  const counted = (): Counted => Object.entries(counts).find(([module]) => isOf(library, module))![1];

  it.each(forms)("%s: the catalog says what was counted", (form) => {
    expect(library.foreignParent![form]).toBe(consequenceOf(counted().rows, form));
  });

  it.each(forms)("%s: the rule says what the catalog says", (form) => {
    for (const expression of expressions[form]) {
      const reports = lint(`${counted().classText}\n${programOf(library, expression)}`, {
        rule: "no-fallback-watcher",
        file: "file.js",
      });
      expect(reports.map(({ messageId }) => messageId)).toEqual(
        library.foreignParent![form] === "free" ? [] : [library.foreignParent![form]],
      );
    }
  });
});

it("a method `afterFunc` of the parent is used by likego alone, where a class is free without it", () => {
  const asking = Object.keys(counts).filter((module) => counts[module]!.asksAfterFunc);
  expect(asking).toEqual(["@likego/context"]);
  for (const { modules, foreignParent, honoursAfterFunc } of contextLibraries) {
    expect(honoursAfterFunc === true).toBe(modules.some((module) => asking.includes(module)));
    if (honoursAfterFunc) expect(foreignParent?.class).toBe("free");
  }
});

it("counts the real packages where there are any", () => {
  const real = Object.keys(counts).filter((module) => counts[module]!.real);
  expect(real).toEqual(["@goscript/context/index.js", "@loke/context", "@earendil-works/chord/context"]);
});

/** The namespace of golikejs is the same library as its module. */
function isOf({ modules, source }: Library, module: string): boolean {
  return (
    modules.includes(module) || contextLibraries.some((each) => each.modules.includes(module) && each.source === source)
  );
}

/** What happens in every round; `free` where that differs, or is as with the library's own context. */
function consequenceOf(rows: Rows, form: WrapperForm): ForeignParent {
  const [own] = rows.own;
  const said = new Set(rows[form].map((count) => consequenceOfOne(count, own!)));
  return said.size === 1 ? [...said][0]! : "free";
}

function consequenceOfOne(count: Count, own: Count): ForeignParent {
  if ("threw" in count) return "throws";
  if (!count.follows) return "unpropagated";
  const ownHeld = "reachable" in own ? own.reachable : 0;
  return count.reachable >= 1_000 && ownHeld < 10 ? "watcher" : "free";
}

/** A module that derives from a context of the library, spelled as the catalog spells the first function or class. */
function programOf({ modules, resources }: Library, expression: string): string {
  const { acquire } = resources.find(({ parent }) => parent === "first")!;
  const [path] = ("call" in acquire ? [acquire.call] : "new" in acquire ? [acquire.new] : []).flat();
  return `import * as lib from "${modules[0]}";
export function f(root) {
  const ctx = lib.own(root);
  return ${"new" in acquire ? "new " : ""}lib.${path}(${expression}, 5);
}`;
}
