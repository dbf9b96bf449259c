import { expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

const rule = "no-leaked-timer";

/** The text after the suggestion of the only report; `undefined` when there is none. */
function suggested(source: string): string | undefined {
  const [report, ...more] = lint(source, { rule, file: "file.tsx" });
  expect(more).toEqual([]);
  const fix = report!.suggestions?.[0]?.fix;
  return fix && source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]);
}

it.each([
  [
    "imports what it calls",
    `import { onMounted } from "vue";
onMounted(() => {
  const polling = setInterval(tick, 9);
});`,
    `import { onMounted, onUnmounted } from "vue";
onMounted(() => {
  const polling = setInterval(tick, 9);
  onUnmounted(() => clearInterval(polling));
});`,
  ],
  [
    "uses what is imported, and writes no semicolon where there is none",
    `import { createEffect, onCleanup } from "solid-js"
createEffect(() => {
  const later = setTimeout(tick, 9)
})`,
    `import { createEffect, onCleanup } from "solid-js"
createEffect(() => {
  const later = setTimeout(tick, 9)
  onCleanup(() => clearTimeout(later))
})`,
  ],
  [
    "uses the parameter of a watcher",
    `import { watch } from "vue";
watch(source, (now, before, finish) => { const later = setTimeout(tick, 9); });`,
    `import { watch } from "vue";
watch(source, (now, before, finish) => { const later = setTimeout(tick, 9); finish(() => clearTimeout(later)); });`,
  ],
  [
    "keeps an interval of a component that is dropped",
    `import { useEffect } from "react";
useEffect(() => {
\tsetInterval(tick, 9);
}, []);`,
    `import { useEffect } from "react";
useEffect(() => {
\tconst interval = setInterval(tick, 9);
\treturn () => clearInterval(interval);
}, []);`,
  ],
])("%s", (_, source, expected) => {
  expect(suggested(source)).toBe(expected);
  expect(lint(expected, { rule, file: "file.tsx" })).toEqual([]);
});

it.each([
  ["in an async hook", `import { onMounted } from "vue"; onMounted(async () => { await x; setInterval(tick, 9); });`],
  [
    "for what an async effect returns",
    `useEffect(async () => { const i = setInterval(tick, 9); return () => clearInterval(i); });`,
  ],
  ["without a body", `useEffect(() => setInterval(tick, 9), []);`],
  ["in a loop", `useEffect(() => { for (const x of xs) { const i = setInterval(tick, x); } }, []);`],
  [
    "in an effect that goes on behind its block",
    `useEffect(() => { if (x) { const i = setInterval(tick, 9); } tick(); }, []);`,
  ],
  [
    "where the cleanup is written elsewhere",
    `useEffect(() => { const i = setInterval(tick, 9); return watch(tick); }, []);`,
  ],
  ["where the end is never reached", `useEffect(() => { const i = setInterval(tick, 9); { throw x; } }, []);`],
  ["for methods in pairs", `class A extends HTMLElement { connectedCallback() { const i = setInterval(tick, 9); } }`],
  [
    "without the parameter of an Angular effect",
    `import { effect } from "@angular/core"; effect(() => { const t = setTimeout(tick, 9); });`,
  ],
])("nothing %s", (_, source) => {
  expect(suggested(source)).toBeUndefined();
});
