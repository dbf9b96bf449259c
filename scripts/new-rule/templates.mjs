/** What a new rule begins with. Its examples use a module that only exists in their settings, so that they work. */

/** @param {string} name such as no-leaked-timer */
function variableOf(name) {
  return name.replaceAll(/-(.)/g, (_, letter) => String(letter).toUpperCase());
}

/**
 * The setting that makes a resource of the kind out of two imaginary functions.
 *
 * @param {string} kind
 */
function exampleSettings(kind) {
  const release = { by: "argument", of: ["release"] };
  const resource = { kind, from: ["example"], acquire: { call: "acquire" }, release, holds: ["memory"] };
  return `// settings: ${JSON.stringify({ resources: [resource] })}`;
}

/**
 * @param {string} name
 * @param {string} kind
 * @returns {string} the source of the rule
 */
export function sourceOf(name, kind) {
  return `import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { causes, type Cause } from "../analysis/obligations/leak.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";

/** The options of ${name}. */
export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
}

/**
 * Reports a resource of the kind \`${kind}\` that is not released on every path out of the function that acquired it.
 * It says nothing where somebody else takes it over.
 */
const rule: Rule<"leak", [Options]> = createRule({
  name: "${name}",
  meta: {
    type: "problem",
    docs: { description: "require resources of the kind ${kind} to be released on every path" },
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(causes, "The kinds of leaks that are reported; all of them by default."),
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: [...causes] }],
    messages: {
      leak: "What \`{{acquire}}\` gives is not released on every path.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const reported = options[0].causes ?? causes;
    if (!hasCandidates(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        for (const { cause, acquisition, topLevel } of analyzeFile(context).leaks("${kind}")) {
          if (topLevel || !reported.includes(cause)) continue;
          context.report({ node: acquisition.node.callee, messageId: "leak", data: { acquire: acquisition.name } });
        }
      },
    };
  },
});

export default rule;
`;
}

const MISSED = `export async function missed() {
  const handle = acquire();@
  await work();
  release(handle);
}
`;

const RELEASED = `export async function released() {
  const handle = acquire();@
  try {
    await work();
  } finally {
    release(handle);
  }
}
`;

/**
 * @param {string} kind
 * @returns {string} a fixture with a leak and a look-alike
 */
export function fixtureOf(kind) {
  return `${exampleSettings(kind)}
import { acquire, release } from "example";

declare function work(): Promise<void>;

${MISSED.replace("@", ' // want leak: "not released on every path"')}
${RELEASED.replace("@", " // ok: released in finally")}`;
}

/**
 * @param {string} name
 * @param {string} kind
 * @returns {string} the page, without the head that \`npm run docs\` writes
 */
export function pageOf(name, kind) {
  const example = (/** @type {string} */ code) => `\`\`\`ts
${exampleSettings(kind)}
import { acquire, release } from "example";

${code.replace("@", "")}\`\`\``;
  return `# ${name}

<!-- end auto-generated rule header -->

## What it reports

A resource of the kind \`${kind}\` that is not released on every path out of the function that acquired it.

## Why

What it costs, measured by a script in \`bench/cost\`.

## Incorrect

${example(MISSED)}

\`\`\`text
5:18  What \`acquire\` gives is not released on every path.
\`\`\`

## Correct

${example(RELEASED)}

## How paths are followed, and known misses

As in [no-lost-cancel](no-lost-cancel.md#how-paths-are-followed-and-known-misses).

## Options

<!-- begin auto-generated rule options list -->
<!-- end auto-generated rule options list -->

## How the fix works, and when it declines

The rule reports only.

## When not to use it

In code that has no resource of the kind \`${kind}\`.
`;
}

/** @returns {string} the known limits of a rule that has none yet, as the lists on its page */
export function limitsOf() {
  return `import type { Limit } from "../limit.ts";

/** Leaks that the rule does not report. */
export const misses: readonly Limit[] = [];

/** Reports that may be wrong. */
export const falseAlarms: readonly Limit[] = [];
`;
}

/**
 * @param {string} index the source of src/rules/index.ts
 * @param {string} name
 * @returns {string} the same with the rule in it
 */
export function register(index, name) {
  const variable = variableOf(name);
  const line = `import ${variable} from "./${name}.ts";`;
  const imports = [...index.matchAll(/^import .*;$/gm)];
  const last = imports.at(-1);
  const end = index.lastIndexOf("\n};");
  if (last === undefined || end < 0) throw new Error("src/rules/index.ts has another form than was expected.");
  const behindImports = last.index + last[0].length;
  const entry = `  "${name}": ${variable},`;
  return `${index.slice(0, behindImports)}\n${line}${index.slice(behindImports, end)}\n${entry}${index.slice(end)}`;
}
