import { Context } from "@dxos/context";
import { load } from "./load";

async function work(ctx: unknown): Promise<number> {
  await load(ctx);
  return 1;
}

export async function returned() {
  await using ctx = new Context();
  return work(ctx); // want using-returned: "`ctx` on line 10 is disposed before this promise settles"
}

export async function awaited() {
  await using ctx = new Context();
  return await work(ctx); // ok: the return waits
}

export async function inBlock() {
  {
    await using ctx = new Context();
    await work(ctx);
  }
  return work(undefined); // ok: it was not given the context
}

export async function dropped() {
  await using ctx = new Context();
  void work(ctx); // want using-returned: "`ctx` on line 28 is disposed"
}
