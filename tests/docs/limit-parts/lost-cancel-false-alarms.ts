import { begin, loke, numbered, type Limit } from "../limit.ts";

/** Reports of the rule that are wrong. */
export const falseAlarms: readonly Limit[] = [
  {
    says: "The `await` of an imported function that never rejects. Add `.catch(…)`, or release in `finally`.",
    code: `${loke}import { tryWork } from "./work";
export async function f(parent) {
  ${begin}
  await tryWork(ctx);
  abort();
}`,
    unless: ["tryWork(ctx)", "tryWork(ctx).catch(() => undefined)"],
  },
  {
    says: "Two conditions that say the same in other words: calls (`isOpen()` twice), or `n > 0` and then `n <= 0`.",
    code: `${loke}export function f(parent, n) {
  ${begin}
  if (n > 0) abort();
  if (n <= 0) abort();
}`,
    unless: ["if (n <= 0)", "if (!(n > 0))"],
  },
  {
    says: "A loop that always turns at least once, in a way that the code does not show.",
    code: `${loke}export function f(parent, jobs) {
  ${begin}
  for (let i = 0; i < 2; i++) abort(jobs[i]);
}`,
    unless: ["for (let i = 0; i < 2; i++) abort(jobs[i]);", "abort();"],
  },
  {
    says: "A method with the name of an array method, on something that is no array, that always calls its callback.",
    code: `${loke}export function f(parent, dialog) {
  ${begin}
  dialog.find(() => abort());
}`,
    unless: ["dialog.find", "dialog.open"],
  },
  {
    says: "More than 64 conditions tested twice in one function, or over 8 combinations of their values at one place.",
    code: `${loke}export function f(parent, way) {
  ${begin}
  let kind;
  switch (way) {
  ${numbered(8, (i) => `case ${i}: kind = "k${i}"; break;`)}
  default: kind = "k8";
  }
  if (kind === "k0") abort();
  ${numbered(8, (i) => `else if (kind === "k${i + 1}") abort();`)}
}`,
    unless: ['case 7: kind = "k7"; break;\n', "\n"],
  },
  {
    says: "A release in a string given to `eval`.",
    code: `${loke}export function f(parent) {
  ${begin}
  eval("abort()");
}`,
    unless: ['eval("abort()")', "abort()"],
  },
];
