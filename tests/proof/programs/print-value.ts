import { chooseHandle, type Page, type Place } from "./page.ts";
import type { Test, Value } from "./recipe.ts";

/** An expression; safe to stand as an argument or an operand. */
export function printValue(page: Page, place: Place, value: Value): string {
  const print = (part: Value): string => printValue(page, place, part);
  switch (value.kind) {
    case "plain":
      return printPlain(page, place, value.form);
    case "call":
      return printCall(page, value.form, print(value.value));
    case "await":
      return place.async ? printAwait(page, place, value.form) : `use(${page.next()})`;
    case "yield":
      return place.generator ? `(yield ${print(value.value)})` : print(value.value);
    case "choose":
      return printChoice(page, place, value);
    case "assign":
      return printAssignment(page, value.form, print(value.value));
    case "both":
      return printBoth(value.form, print(value.first), print(value.second));
  }
}

function printPlain(page: Page, place: Place, form: number): string {
  const context = chooseHandle(place, form)?.context;
  if (page.busy && form > 6 && context) return `late(${page.next()}, ${context})`;
  if (form % 3 === 0 && context && !page.busy) return `use(${context})`;
  return form % 3 === 1 ? `use(${page.next()})` : form > 8 ? `new Thing(${page.next()})` : `${form}`;
}

function printCall(page: Page, form: number, argument: string): string {
  switch (form % 5) {
    case 0:
      return `maybe(${page.next()})?.(${argument})`;
    case 1:
      return `maybeBox(${page.next()})?.use(${argument})`;
    case 2:
      return `tag\`\${${argument}}\``;
    case 3:
      return `new Thing(${argument})`;
    default:
      return `use(${argument})`;
  }
}

function printAwait(page: Page, place: Place, form: number): string {
  const context = page.busy ? chooseHandle(place, form)?.context : undefined;
  if (context && form === 5) return `await Promise.all([late(${page.next()}, ${context}), a(${page.next()})])`;
  if (context && form < 5) return `await late(${page.next()}, ${context})`;
  switch (form) {
    case 6:
      return `await b(${page.next()})`;
    case 7:
      return `await Promise.allSettled([a(${page.next()}), a(${page.next()})])`;
    case 8:
      return `await a(${page.next()}).catch(() => {})`;
    case 9:
      return `await new Promise((resolve) => setTimeout(resolve, 1))`;
    case 10:
      return `await new Promise((resolve) => { setTimeout(resolve, 1); })`;
    case 11:
      // Rare, or nearly every program would end here.
      return page.next() % 5 === 0 ? `await new Promise(() => {})` : `await a(${page.next()})`;
    default:
      return `await a(${page.next()})`;
  }
}

function printChoice(page: Page, place: Place, { form, test, yes, no }: Value & { kind: "choose" }): string {
  const print = (part: Value): string => printValue(page, place, part);
  switch (form % 4) {
    case 0:
      return `(${printTest(page, place, test)} && ${print(yes)})`;
    case 1:
      // Negated, or its value could be a handle and go who knows where.
      return `(!${printTest(page, place, test)} || ${print(yes)})`;
    case 2:
      return `(maybe(${page.next()}) ?? ${print(yes)})`;
    default:
      return `(${printTest(page, place, test)} ? ${print(yes)} : ${print(no)})`;
  }
}

function printAssignment(page: Page, form: number, right: string): string {
  const logical = ["??=", "||=", "&&="][form % 5];
  if (logical) return `(fresh(${page.next()}).value ${logical} ${right})`;
  if (form % 5 === 3) return `(box.v = ${right})`;
  page.usesSink = true;
  return `(sink = ${right})`;
}

function printBoth(form: number, first: string, second: string): string {
  switch (form % 5) {
    case 0:
      return `[${first}, ${second}]`;
    case 1:
      return `({ x: ${first}, y: ${second} })`;
    case 2:
      return `(${first}, ${second})`;
    case 3:
      return `\`\${${first}} \${${second}}\``;
    default:
      return `use(${first}, ${second})`;
  }
}

/** A condition; safe to stand as an operand of `&&` or `||`. */
export function printTest(page: Page, place: Place, test: Test): string {
  switch (test.kind) {
    case "constant":
      return ["c0", "c1", "opts.retry", "c3", "(mode === 1)", "(mode !== 0)"][test.which]!;
    case "opaque":
      return test.awaited && place.async ? `(await b(${page.next()}))` : `q(${page.next()})`;
    case "flag":
      return printFlagTest(page, test.flag);
    case "handle":
      return printHandleTest(place, test.form, test.of);
    case "not":
      return `!${printTest(page, place, test.test)}`;
    case "and":
    case "or": {
      const [left, right] = [printTest(page, place, test.left), printTest(page, place, test.right)];
      return `(${left} ${test.kind === "and" ? "&&" : "||"} ${right})`;
    }
  }
}

/** The third flag counts: it is compared, not just asked. */
function printFlagTest(page: Page, flag: number): string {
  return flag === 2 ? `(${page.flag(flag)} === 1)` : page.flag(flag);
}

function printHandleTest(place: Place, form: number, of: number): string {
  const callee = chooseHandle(place, of)?.callee ?? "c0";
  const comparison = ["!= null", "!== undefined", `=== undefined`, "== null"][form];
  return comparison && callee !== "c0" ? `(${callee} ${comparison})` : callee;
}
