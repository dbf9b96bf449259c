// A name that was imported from a context library, and means something else here.
import { withTimeout, withAbort } from "@loke/context";
import type { Context } from "@loke/context";

declare function load(): Promise<string>;

export async function asAParameter(withTimeout: (promise: Promise<string>, ms: number) => Promise<string>) {
  return await withTimeout(load(), 500); // ok: the parameter, not the import
}

export async function asALocalFunction() {
  const withTimeout = <T>(promise: Promise<T>, ms: number) => Promise.race([promise, sleep(ms)]);
  return await withTimeout(load(), 500); // ok: the local function, not the import
}
const sleep = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms).unref());

export async function asAMethod(client: { withTimeout(ms: number): { get(): Promise<string> } }) {
  return await client.withTimeout(500).get(); // ok: a method of something else
}

export function asAKey() {
  return { withTimeout: 500, withAbort: true }; // ok: not called
}

export function asAReference(retry: (derive: typeof withTimeout) => void) {
  retry(withTimeout); // ok: not called here
  return [withAbort].length; // ok: not called here
}

export async function theImportItself(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 32 rejects"
  await load();
  abort();
  return ctx;
}
