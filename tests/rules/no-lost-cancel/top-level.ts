// The top level of a module lives as long as the process: quiet, unless the option `topLevel` asks for it.
import { background, withAbort, withTimeout } from "@loke/context";
import type { Context } from "@loke/context";
import { withCancel } from "./context";

declare function main(ctx: Context): Promise<void>;
declare function step(ctx: Context): boolean;

const { ctx, abort } = withTimeout(background, 5_000); // ok: the life of the process
await main(ctx);
abort();

const [other] = withCancel(ctx); // ok: the life of the process
step(other);

const handle = withAbort(background); // ok: the life of the process
export const ready = step(handle.ctx);

if (ready) {
  const { ctx: child, abort: stop } = withTimeout(ctx, 500); // ok: the life of the process
  await main(child);
  stop();
}

for (const ms of [1, 2]) {
  const { ctx: child } = withTimeout(ctx, ms); // ok: the life of the process
  step(child);
}

try {
  const { ctx: child, abort: stop } = withTimeout(ctx, 500); // ok: the life of the process
  await main(child);
  stop();
} catch {}

withTimeout(background, 500); // ok: the life of the process

export class Service {
  static shared = withTimeout(background, 500); // ok: a static field has it
  static {
    const { ctx: child } = withTimeout(background, 500); // ok: the life of the process
    step(child);
  }
}

export async function inAFunction() {
  const { ctx: child, abort: stop } = withTimeout(ctx, 500); // want exception: "await` on line 48 rejects"
  await main(child);
  stop();
}

export const inAnArrow = async () => {
  const { ctx: child, abort: stop } = withTimeout(ctx, 500); // want exception: "await` on line 54 rejects"
  await main(child);
  stop();
};

await (async () => {
  const { ctx: child, abort: stop } = withTimeout(background, 500); // want exception: "await` on line 60 rejects"
  await main(child);
  stop();
})();
