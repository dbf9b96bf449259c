import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/**
 * What leaks of contexts are blamed on. blames.txt holds lines of code, each with its reports below: when `h.abort` is
 * not called, in the words of the message, with the line that they name in place of its number. `UPDATE_CASES=1` writes
 * what comes out: then read it.
 */
const file = new URL("blames.txt", import.meta.url);
const cases = readFileSync(file, "utf8").trim().split("\n\n");

describe("a context", () => {
  it.each(cases.map((each) => each.split("\n") as [string, ...string[]]))("%s", (code, ...words) => {
    expect(blamed(code)).toEqual(words);
  });

  it("is not blamed on a way that passes one condition too many to keep facts for", () => {
    const conditions = (count: number): string => {
      const names = Array.from({ length: count }, (_, i) => `a${i}`);
      return `const { ${names.join(", ")} } = all; ${names.map((name) => `if (${name}) y(); `).join("").repeat(2)}`;
    };
    const code = (count: number): string =>
      `${conditions(count)} const h = withTimeout(parent, 1); if (a${count - 1}) return; h.abort();`;
    expect(blamed(code(64))).toEqual(["  on the return at «if (a63) return;»"]);
    expect(blamed(code(65))).toEqual(["  no report"]);
  });

  if (process.env["UPDATE_CASES"] === "1") {
    const codes = cases.map((each) => each.split("\n")[0]!);
    writeFileSync(file, `${codes.map((code) => [code, ...blamed(code)].join("\n")).join("\n\n")}\n`);
  }
});

function blamed(code: string): string[] {
  const text = `import { withTimeout } from "@loke/context";
export async function* run(parent, x, y, all) {
${onLines(code)}
}`;
  const reports = lint(text, { rule: "no-lost-cancel" }).map(({ message }) =>
    message
      .replace(/^`h\.abort` is (?:not called )?/, "  ")
      .replace(/^`/, "  `")
      .replace(/\.(?: Call it .*)?$/, "")
      .replace(/ line (\d+)/, (_, line: string) => ` «${text.split("\n")[Number(line) - 1]}»`),
  );
  return reports.length > 0 ? reports : ["  no report"];
}

/** One statement a line. */
function onLines(code: string): string {
  return code.replaceAll("; ", ";\n").replaceAll("{ ", "{\n").replaceAll(" }", "\n}");
}
