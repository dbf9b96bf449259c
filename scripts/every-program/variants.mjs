/** What is checked beside a program itself: the same program in hosts, as it is and with grafts. */
import { graft } from "./grafts.mjs";
import { HOSTS, MODULE_HOSTS } from "./hosts.mjs";
import { usedNames } from "./names.mjs";

/**
 * @typedef {object} HowMany
 * @property {number} hosts hosts that each program is put into
 * @property {number} grafts places in each program, in which something else stands then
 */

/** @typedef {{ name: string; text: string }} Variant */

/**
 * @param {import("eslint").SourceCode} sourceCode of the program
 * @param {number} turn a number of the program's own: with the next one, other hosts and places come first
 * @param {HowMany} howMany
 * @returns {Generator<Variant>} texts that need not parse
 */
export function* variantsOf(sourceCode, turn, { hosts, grafts }) {
  const names = usedNames(sourceCode);
  const isModule = sourceCode.ast.body.some(({ type }) => /^(?:Import|Export|TSExport|TSImport)/.test(type));
  const list = isModule ? MODULE_HOSTS : HOSTS;
  // A hashbang stands at the start of a file or nowhere.
  const program = sourceCode.text.replace(/^#!.*/, "").trimEnd();
  for (let i = 0; i < Math.min(hosts, list.length); i++) {
    const host = list[(turn + i) % list.length];
    if (host) yield { name: host.name, text: host.write(program, names) };
  }
  for (let i = 0; i < grafts; i++) {
    const host = list[(turn + hosts + i) % list.length];
    const grafted = host ? graft(sourceCode, names, turn + i) : [];
    for (const text of grafted) yield { name: `${host?.name}, grafted`, text: host?.write(text, names) ?? "" };
  }
}
