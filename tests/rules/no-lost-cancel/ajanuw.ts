// ajanuw-context: PascalCase, tuples; the root is a value; often imported where it is needed.
import { Background, WithCancel, WithTimeout, WithValue } from "ajanuw-context";
import type { CancelFunc, Context } from "ajanuw-context";

declare function translate(ctx: Context, text: string): Promise<string>;
declare function isCached(ctx: Context, text: string): boolean;

export async function awaitRejects(text: string) {
  const { WithTimeout, Background } = await import("ajanuw-context");
  const [ctx, cancel] = WithTimeout(Background, 500); // want exception: "await` on line 11 rejects"
  const result = await translate(ctx, text);
  cancel();
  return result;
}

export function returnsEarly(parent: Context, text: string) {
  const [ctx, cancel] = WithCancel(parent); // want early-return: "return at line 18"
  if (isCached(ctx, text)) return true;
  cancel();
  return false;
}

export async function inFinally(parent: Context, text: string) {
  const [ctx, cancel] = WithTimeout(parent, 500); // ok: cancelled in finally
  try {
    return await translate(ctx, text);
  } finally {
    cancel();
  }
}

export async function calledByAListener(button: EventTarget, text: string) {
  const lib = await import("ajanuw-context");
  const [ctx, cancel] = lib.WithCancel(lib.Background); // ok: the listener cancels it
  button.addEventListener("click", () => cancel());
  return await translate(ctx, text);
}

function forPage(page: number, ms?: number): [Context, CancelFunc] {
  const pair = ms
    ? WithTimeout(Background, ms) // ok: the caller has the cancel
    : WithCancel(Background); // ok: the caller has the cancel
  return [WithValue(pair[0], "page", page), pair[1]];
}

export async function throughTheHelper(text: string) {
  const [ctx, cancel] = forPage(1, 500); // want exception: "await` on line 48 rejects"
  await translate(ctx, text);
  cancel();
}

export function throughTheHelperIntoARef(ref: { current: CancelFunc | null }, text: string) {
  const [ctx, cancel] = forPage(2, 500); // ok: the ref has the cancel
  ref.current = cancel;
  return translate(ctx, text);
}

export function dropped(text: string) {
  const [ctx] = WithTimeout(Background, 500); // want discarded: "discarded"
  return isCached(ctx, text);
}

export function droppedOnRoot(text: string) {
  const [ctx] = WithCancel(Background); // ok: a link to a root that never ends holds nothing
  return isCached(ctx, text);
}
