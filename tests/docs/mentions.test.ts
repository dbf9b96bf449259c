import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { pathOf, readPage } from "./read-page.ts";

const pages = ["", "docs/", "docs/rules/"].flatMap((folder) =>
  readdirSync(pathOf(folder || ".")).flatMap((name) => (name.endsWith(".md") ? [folder + name] : [])),
);

describe.each(pages)("%s", (name) => {
  const page = readPage(name);

  it("names files that exist", () => {
    const files = [...page.matchAll(/`((?:src|tests|scripts|bench|examples|docs|analysis|resources)\/[\w./-]*)`/g)];
    const missing = files.map(([, file]) => file!).filter((file) => !exists(file) && !exists(`src/${file}`));
    expect(missing).toEqual([]);
  });

  it("names commands that exist", () => {
    const scripts = [...page.matchAll(/npm run ([\w-]+)/g)].map(([, script]) => script!);
    expect(scripts.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
    const programs = [...page.matchAll(/node ((?:scripts|bench)\/[\w./-]+)/g)].map(([, program]) => program!);
    expect(programs.filter((program) => !exists(program))).toEqual([]);
  });
});

function exists(file: string): boolean {
  return existsSync(pathOf(file));
}
