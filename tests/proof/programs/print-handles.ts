import { chooseHandle, isCertain, type Handle, type Page, type Place } from "./page.ts";
import type { Step } from "./recipe.ts";
import { printTest } from "./print-value.ts";

/** What a step printed, and what it brought into scope for the steps after it. */
export interface Printed {
  readonly lines: readonly string[];
  readonly declares?: Handle;
  /** A slot that surely holds a handle now. */
  readonly fills?: number;
}

type StepOf<Kind extends Step["kind"]> = Step & { readonly kind: Kind };

const DERIVES = { tuple: "withCancel(P)", object: "withTimeout(P, 5)" };

/** Does this acquire give its handle to a variable declared on top of the function? */
export function fillsSlot({ form }: { readonly form: number }): boolean {
  return form >= 4 && form <= 7;
}

export function slotHandle(slot: number): Handle {
  return { callee: `cancel0${slot}`, context: `context0${slot}`, slot };
}

/** An acquire, in the spellings of two libraries: into constants, into outer variables, whole, through a helper. */
export function printAcquire(page: Page, place: Place, { form, slot, parent }: StepOf<"acquire">): Printed {
  const of = parent < 3 ? chooseHandle(place, parent) : undefined;
  const from = of?.context && isCertain(place, of) ? of.context : "parent";
  const [tuple, object] = [DERIVES.tuple.replace("P", from), DERIVES.object.replace("P", from)];
  if (fillsSlot({ form })) {
    const handle = slotHandle(slot);
    const line =
      form % 2 === 0
        ? `[${handle.context}, ${handle.callee}] = ${tuple};`
        : `({ ctx: ${handle.context}, abort: ${handle.callee} } = ${object});`;
    return { lines: [line], declares: handle, fills: slot };
  }
  const n = page.next();
  const parts = { callee: `cancel${n}`, context: `context${n}` };
  const pair = `const [${parts.context}, ${parts.callee}] =`;
  switch (form) {
    case 2:
      return { lines: [`const { ctx: ${parts.context}, abort: ${parts.callee} } = ${object};`], declares: parts };
    case 3: {
      const whole = { callee: `handle${n}.abort`, whole: `handle${n}`, context: `handle${n}.ctx` };
      return { lines: [`const handle${n} = ${object};`], declares: whole };
    }
    case 8:
      return { lines: [`${pair} derive(${from});`], declares: parts };
    case 9:
      return { lines: [`const [${parts.context}] = ${tuple};`, `use(${parts.context});`] };
    case 10: {
      const test = printTest(page, place, { kind: "constant", which: n % 4 });
      return { lines: [`${pair} ${test} ? ${tuple} : [${from}, () => {}];`], declares: parts };
    }
    default:
      return { lines: [`${pair} ${tuple};`], declares: parts };
  }
}

export function printRelease(page: Page, place: Place, { form, of }: StepOf<"release">): Printed {
  const handle = chooseHandle(place, of);
  if (!handle) return { lines: [`use(${page.next()});`] };
  const { callee } = handle;
  if (place.async && form === 8) return { lines: [`await a(${page.next()}).finally(${callee});`] };
  if (place.async && form === 9) return { lines: [`await a(${page.next()}).then(${callee}, ${callee});`] };
  // Without the handle nobody would handle the rejection.
  if (isCertain(place, handle) && form === 10) return { lines: [`a(${page.next()}).then(${callee}, ${callee});`] };
  if (isCertain(place, handle) && form < 6) {
    return { lines: [form === 0 && place.async ? `await ${callee}();` : `${callee}();`] };
  }
  const guarded = [`${callee} && ${callee}();`, `if (${callee}) ${callee}();`, `if (${callee} != null) ${callee}();`];
  return { lines: [guarded[form % 4] ?? `${callee}?.();`] };
}

export function printEscape(page: Page, place: Place, { form, of }: StepOf<"escape">): Printed {
  const handle = chooseHandle(place, of);
  if (!handle) return { lines: [`use(${page.next()});`] };
  const given = form % 2 === 0 ? (handle.whole ?? handle.callee) : handle.callee;
  const returned = [given, `[parent, ${given}]`, `{ stop: ${given} }`, `() => ${handle.callee}?.()`][form - 8];
  if (returned && place.returns === "function") return { lines: [`return ${returned};`] };
  const kept = [
    `keep(${given});`,
    `box.c = ${given};`,
    `list.push(${given});`,
    `keep({ cancel: ${given} });`,
    handle.slot === undefined ? `keep(() => { ${handle.callee}?.(); });` : `keep(${handle.callee});`,
  ];
  return { lines: [kept[form % kept.length]!] };
}

/** `cancel = undefined`, usual after a release; without one it is a leak. */
export function printForget(page: Page, { slot }: StepOf<"forget">): Printed {
  return { lines: [page.slots.has(slot) ? `cancel0${slot} = undefined;` : `use(${page.next()});`] };
}

export function printAlias(page: Page, place: Place, { of }: StepOf<"alias">): Printed {
  const handle = chooseHandle(place, of);
  if (!handle) return { lines: [`use(${page.next()});`] };
  const name = `stop${page.next()}`;
  const declares: Handle = { callee: name, ...(isCertain(place, handle) ? {} : { slot: -1 }) };
  const split = handle.whole && of % 2 === 0;
  const line = split ? `const { abort: ${name} } = ${handle.whole};` : `const ${name} = ${handle.callee};`;
  return { lines: [line], declares };
}

/** A local function that releases; calling it is a release like any other. */
export function printCleanup(page: Page, place: Place, { form, of }: StepOf<"cleanup">): Printed {
  const handle = chooseHandle(place, of);
  if (!handle) return { lines: [`use(${page.next()});`] };
  const name = `cleanup${page.next()}`;
  const call = isCertain(place, handle) && form < 6 ? `${handle.callee}()` : `${handle.callee}?.()`;
  const lines = [
    [`const ${name} = () => ${call};`],
    [`const ${name} = () => {`, `  use(${page.next()});`, `  ${call};`, `};`],
    [`function ${name}() {`, `  ${call};`, `}`],
    [`const ${name} = function () {`, `  if (${handle.callee}) ${call};`, `};`],
  ][form % 4]!;
  return { lines, declares: { callee: name } };
}

/**
 * A closure is deferred only over a handle that is never bound again: what such a closure does to a variable that is
 * written later is a known miss (docs/rules/no-lost-cancel.md), and no part of the fragment without misses.
 */
export function printUsing(page: Page, place: Place, { form, of }: StepOf<"using">): Printed {
  const handle = chooseHandle(place, of);
  const n = page.next();
  if (handle && form < 8) {
    const stack = [`using stack${n} = new DisposableStack();`, `stack${n}.defer(() => ${handle.callee}?.());`];
    const isBoundOnce = handle.slot === undefined;
    if (isBoundOnce && (form < 3 || !isCertain(place, handle))) return { lines: stack };
    if (!isBoundOnce && !isCertain(place, handle)) return { lines: [stack[0]!] };
    if (form < 6) return { lines: [stack[0]!, `stack${n}.defer(${handle.callee});`] };
    return { lines: [`using guard${n} = { [Symbol.dispose]: ${handle.callee} };`] };
  }
  return { lines: [`${place.async && form % 2 === 0 ? "await " : ""}using resource${n} = resource(${n});`] };
}
