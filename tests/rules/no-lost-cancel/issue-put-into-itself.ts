import { withTimeout, type Context } from "@loke/context";

declare function work(ctx: Context): Promise<void>;
declare const parents: Context[];

interface Link {
  abort: () => void;
  next: Link | undefined;
}

export async function linked() {
  let list: Link | undefined;
  for (const parent of parents) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: the list has it, and all before
    list = { abort, next: list };
    work(ctx);
  }
  for (; list; list = list.next) list.abort();
}

export async function paired() {
  let list: unknown[] = [];
  for (const parent of parents) {
    const { ctx, abort } = withTimeout(parent, 500); // ok: the list has it, and all before
    list = [abort, list];
    work(ctx);
  }
  for (let [stop, rest] = list; stop; [stop, rest] = rest as unknown[]) (stop as () => void)();
}

export async function rewrapped(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500); // want exception: "await` on line 34 rejects"
  const handle = { abort };
  await work(ctx);
  handle.abort();
}
