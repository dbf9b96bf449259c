import { readdirSync, readFileSync } from "node:fs";

/** What the first comment of a fixture says must become of it. */
export type Verdict =
  /** `// fix`: by `--fix`. */
  | { readonly kind: "fix" }
  /** `// suggest: "words of its title"`: by the suggestion with such a title, and by nothing else. */
  | { readonly kind: "suggest"; readonly title: string }
  /** `// decline: why`: reported and left alone. */
  | { readonly kind: "decline"; readonly why: string };

/** A program of `tests/fixes/<rule>/`, with its header read. */
export interface Fixture {
  readonly rule: string;
  readonly name: string;
  readonly text: string;
  readonly verdict: Verdict;
  /** `// changes: words`: on paths that contain the words a suggestion may change what happens, as its title says. */
  readonly changes: string | undefined;
  /** `// harmless: why`: a naive `try … finally` would do no harm either, but that cannot be known. */
  readonly harmless: string | undefined;
  /** `// settings: {…}`, the content of `settings.leaks`. */
  readonly settings: object | undefined;
}

export const root: URL = new URL("../../../", import.meta.url);

/** All fixtures of all rules. */
export function readFixtures(): Fixture[] {
  const folder = new URL("tests/fixes/", root);
  const rules = readdirSync(folder).filter((name) => name.startsWith("no-"));
  return rules.flatMap((rule) =>
    readdirSync(new URL(`${rule}/`, folder))
      .filter((name) => /\.(?:tsx?|mts|m?js)$/.test(name) && !name.includes(".fixed."))
      .map((name) => readFixture(rule, name, readFileSync(new URL(`${rule}/${name}`, folder), "utf8"))),
  );
}

/** Where the text of a fixture after its fix is kept, `undefined` for one that has none. */
export function goldenOf({ rule, name, verdict }: Fixture): URL | undefined {
  if (verdict.kind === "decline") return undefined;
  return new URL(`tests/fixes/${rule}/${name.replace(/\.(\w+)$/, ".fixed.$1")}`, root);
}

function readFixture(rule: string, name: string, text: string): Fixture {
  const comments = /^(?:\/\/.*\r?\n)*/.exec(text)![0];
  const header = (key: string): string | undefined =>
    new RegExp(`^// ${key}: (.*?)\\r?$`, "m").exec(comments)?.[1]?.replace(/^"(.*)"$/, "$1");
  const [suggest, decline, settings] = [header("suggest"), header("decline"), header("settings")];
  const verdict: Verdict =
    decline !== undefined
      ? { kind: "decline", why: decline }
      : suggest !== undefined
        ? { kind: "suggest", title: suggest }
        : { kind: "fix" };
  if (verdict.kind === "fix" && !/^\/\/ fix\r?$/m.test(comments))
    throw new Error(`${rule}/${name} does not say what becomes of it`);
  return {
    rule,
    name,
    text,
    verdict,
    changes: header("changes"),
    harmless: header("harmless"),
    settings: settings === undefined ? undefined : (JSON.parse(settings) as object),
  };
}
